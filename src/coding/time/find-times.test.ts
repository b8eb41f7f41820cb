import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitSentences } from "../../text/sentences.ts";
import { findTimes } from "./find-times.ts";
import type { Tense } from "./time-term.ts";

const find = (text: string, published: string | null, tense: Tense = null) =>
  findTimes({ text, sentences: splitSentences(text), published, tenseAt: tense === null ? null : () => tense });

/** "words from..to" of every expression, a single day once, "?" where unresolved and "" for an open side. */
const outline = (text: string, published: string | null, tense: Tense = null): readonly string[] =>
  find(text, published, tense).map(({ start, end, from, to, unresolved }) => {
    const days = from === to && from !== null ? from : `${from ?? ""}..${to ?? ""}`;
    return `${text.slice(start, end)} ${unresolved ? "?" : days}`;
  });

/** A Wednesday. */
const published = "2021-09-15";

describe("days", () => {
  test.each([
    ["The envoys met today in Karsk.", "today 2021-09-15"],
    ["Veldt spoke this morning.", "this morning 2021-09-15"],
    ["They were seen tonight at the palace.", "tonight 2021-09-15"],
    ["The talks broke up yesterday.", "yesterday 2021-09-14"],
    ["He left yesterday afternoon.", "yesterday afternoon 2021-09-14"],
    ["They will meet tomorrow.", "tomorrow 2021-09-16"],
    ["She said last night that she would stay.", "last night 2021-09-14"],
    ["The day before yesterday he had agreed.", "The day before yesterday 2021-09-13"],
    ["Fighting went on overnight.", "overnight 2021-09-14..2021-09-15"],
    ["On Monday they met. The overnight shelling went on.", "Monday 2021-09-13", "overnight 2021-09-12..2021-09-13"],
    ["Orlan spoke Tuesday.", "Tuesday 2021-09-14"],
    ["Orlan spoke on Wednesday.", "Wednesday 2021-09-15"],
    ["Orlan spoke on Thursday.", "Thursday 2021-09-09"],
    ["Orlan will speak on Thursday.", "Thursday 2021-09-16"],
    ["The talks are scheduled for Wednesday.", "Wednesday 2021-09-15"],
    ["The delegation is to arrive on Monday.", "Monday 2021-09-20"],
    ["They plan to sign on Friday.", "Friday 2021-09-17"],
    ["They met on Monday night.", "Monday night 2021-09-13"],
    ["Thursday afternoon's session failed.", "Thursday afternoon 2021-09-09"],
    ["Monday's trip was his first.", "Monday 2021-09-13"],
    ["The ministers were to prepare ahead of Friday's talks.", "Friday 2021-09-17"],
    ["He left last Wednesday.", "last Wednesday 2021-09-08"],
    ["He will leave next Wednesday.", "next Wednesday 2021-09-22"],
    ["They met this past Sunday.", "this past Sunday 2021-09-12"],
    ["They will meet this coming Sunday.", "this coming Sunday 2021-09-19"],
    ["On Tuesday of last week they met.", "Tuesday of last week 2021-09-07"],
    ["They will meet Tuesday next week.", "Tuesday next week 2021-09-21"],
    ["Talks began late Tuesday and ended early Wednesday.", "late Tuesday 2021-09-14", "early Wednesday 2021-09-15"],
    ["In a Monday interview he agreed.", "Monday 2021-09-13"],
    ["The explosion came at around 8:30 p.m. near the port.", "8:30 p.m. 2021-09-15"],
    ["At 9 p.m. on Tuesday they signed.", "9 p.m. on Tuesday 2021-09-14"],
    ["They signed Tuesday at 9 p.m. local time.", "Tuesday at 9 p.m. local time 2021-09-14"],
    ["They signed Monday. Earlier in the day he balked.", "Monday 2021-09-13", "Earlier in the day 2021-09-13"],
    ["The truce took hold at midnight.", "midnight 2021-09-15"],
    ["They met two hours ago.", "two hours ago 2021-09-15"],
    ["They met three days ago.", "three days ago 2021-09-12"],
  ])("%s", (text, ...want) => {
    expect(outline(text, published)).toEqual(want);
  });
});

describe("dates, months and years", () => {
  test.each([
    ["They met on Oct. 14, 2016.", "Oct. 14, 2016 2016-10-14"],
    ["They met on 14 October 2016.", "14 October 2016 2016-10-14"],
    ["They met on the 14th of October, 2016.", "the 14th of October, 2016 2016-10-14"],
    ["They met on Thursday, March 11th, 2021.", "Thursday, March 11th, 2021 2021-03-11"],
    ["They met on 2021-03-11 in Karsk.", "2021-03-11 2021-03-11"],
    ["They met on 25/11/2020.", "25/11/2020 2020-11-25"],
    ["They met on March 11.", "March 11 2021-03-11"],
    ["They met on 11 March.", "11 March 2021-03-11"],
    ["They met on Sept. 15.", "Sept. 15 2021-09-15"],
    ["They met in Sept.", "Sept 2021-09-01..2021-09-30"],
    ["The vote will be held on Nov. 8.", "Nov. 8 2021-11-08"],
    ["The house set a Nov. 8 vote.", "Nov. 8 2021-11-08"],
    ["Talks resume on Jan. 5.", "Jan. 5 2022-01-05"],
    ["They met on Friday, Dec. 18.", "Friday, Dec. 18 2020-12-18"],
    ["On June 16th of last year they met.", "June 16th of last year 2020-06-16"],
    ["They met in October 2014.", "October 2014 2014-10-01..2014-10-31"],
    ["They met in October of last year.", "October of last year 2020-10-01..2020-10-31"],
    ["They met in June.", "June 2021-06-01..2021-06-30"],
    ["They met in December.", "December 2020-12-01..2020-12-31"],
    ["They will meet in December.", "December 2021-12-01..2021-12-31"],
    ["They met in September.", "September 2021-09-01..2021-09-30"],
    ["They met in May.", "May 2021-05-01..2021-05-31"],
    ["In a May interview he agreed.", "May 2021-05-01..2021-05-31"],
    ["They met last July.", "last July 2020-07-01..2020-07-31"],
    ["They met last December.", "last December 2020-12-01..2020-12-31"],
    ["They will meet next January.", "next January 2022-01-01..2022-01-31"],
    ["It was signed in 2012.", "2012 2012-01-01..2012-12-31"],
    ["The 2008 accord failed.", "2008 2008-01-01..2008-12-31"],
    ["He lost in 2000 and 2006.", "2000 2000-01-01..2000-12-31", "2006 2006-01-01..2006-12-31"],
    ["It was built in the 1970s.", "the 1970s 1970-01-01..1979-12-31"],
    ["It was built in the '90s.", "the '90s 1990-01-01..1999-12-31"],
    ["It was built in the early 1990s.", "early 1990s 1990-01-01..1992-12-31"],
    ["The wars of the 20th century ended.", "the 20th century 1900-01-01..1999-12-31"],
    ["It was signed in early 2016.", "early 2016 2016-01-01..2016-04-30"],
    ["It was signed in mid-2016.", "mid-2016 2016-05-01..2016-08-31"],
    ["It was signed in late 2016.", "late 2016 2016-09-01..2016-12-31"],
    ["They met in early August.", "early August 2021-08-01..2021-08-10"],
    ["They met in mid-August.", "mid-August 2021-08-11..2021-08-20"],
    ["They met in late August.", "late August 2021-08-21..2021-08-31"],
    ["They met late last month.", "late last month 2021-08-21..2021-08-31"],
    ["They will meet early next year.", "early next year 2022-01-01..2022-04-30"],
    ["Exports rose in the third quarter of 2016.", "the third quarter of 2016 2016-07-01..2016-09-30"],
    ["Exports fell in the second quarter.", "the second quarter 2021-04-01..2021-06-30"],
    ["They met in the spring of 2017.", "the spring of 2017 2017-03-01..2017-05-31"],
    ["They met over the summer.", "the summer 2021-06-01..2021-08-31"],
    ["They met last fall.", "last fall 2020-09-01..2020-11-30"],
    ["They will meet this fall.", "this fall 2021-09-01..2021-11-30"],
    ["They will meet next spring.", "next spring 2022-03-01..2022-05-31"],
  ])("%s", (text, ...want) => {
    expect(outline(text, published)).toEqual(want);
  });
});

describe("weeks and other stretches of the calendar", () => {
  test.each([
    ["They met this week.", "this week 2021-09-13..2021-09-19"],
    ["They met last week.", "last week 2021-09-06..2021-09-12"],
    ["They will meet next week.", "next week 2021-09-20..2021-09-26"],
    ["Last week's talks failed.", "Last week 2021-09-06..2021-09-12"],
    ["Last months talks failed.", "Last months 2021-08-01..2021-08-31"],
    ["They met this month.", "this month 2021-09-01..2021-09-30"],
    ["They will meet next month.", "next month 2021-10-01..2021-10-31"],
    ["They met earlier this month.", "earlier this month 2021-09-01..2021-09-15"],
    ["They will meet later this month.", "later this month 2021-09-15..2021-09-30"],
    ["They met earlier this week.", "earlier this week 2021-09-13..2021-09-15"],
    ["They met earlier in the week.", "earlier in the week 2021-09-13..2021-09-15"],
    ["They met last year.", "last year 2020-01-01..2020-12-31"],
    ["This year's talks failed.", "This year 2021-01-01..2021-12-31"],
    ["It expires at the end of this month.", "the end of this month 2021-09-30"],
    ["It expires at the end of the year.", "the end of the year 2021-12-31"],
    ["It expired at the end of October 2020.", "the end of October 2020 2020-10-31"],
    ["It began at the start of last year.", "the start of last year 2020-01-01"],
    ["They met in the first half of 2020.", "the first half of 2020 2020-01-01..2020-06-30"],
    ["They met in the last three months of 2020.", "the last three months of 2020 2020-10-01..2020-12-31"],
    ["They met in the first week of August.", "the first week of August 2021-08-01..2021-08-07"],
    ["They met in the week of Aug. 4.", "the week of Aug. 4 2021-08-02..2021-08-08"],
    ["They met over the weekend.", "the weekend 2021-09-11..2021-09-12"],
    ["They met this past weekend.", "this past weekend 2021-09-11..2021-09-12"],
    ["They met last weekend.", "last weekend 2021-09-11..2021-09-12"],
    ["They will meet this weekend.", "this weekend 2021-09-18..2021-09-19"],
    ["They will meet on the coming weekend.", "the coming weekend 2021-09-18..2021-09-19"],
    ["They will meet next weekend.", "next weekend 2021-09-25..2021-09-26"],
    ["He will go by week's end.", "by week's end 2021-09-15..2021-09-19"],
    ["For the rest of the year they will rest.", "the rest of the year 2021-09-15..2021-12-31"],
  ])("%s", (text, ...want) => {
    expect(outline(text, published)).toEqual(want);
  });
});

describe("stretches counted from the document's day", () => {
  test.each([
    ["They met two weeks ago.", "two weeks ago 2021-08-31..2021-09-02"],
    ["They met a week ago.", "a week ago 2021-09-07..2021-09-09"],
    ["They met a couple of months ago.", "a couple of months ago 2021-07-01..2021-07-31"],
    ["They met a month ago.", "a month ago 2021-08-01..2021-08-31"],
    ["They met 24 years ago.", "24 years ago 1997-01-01..1997-12-31"],
    ["They met more than a year ago.", "more than a year ago 2020-01-01..2020-12-31"],
    ["They met two decades ago.", "two decades ago 2001-01-01..2001-12-31"],
    ["They met half a century ago.", "half a century ago 1971-01-01..1971-12-31"],
    ["They met a year and a half ago.", "a year and a half ago 2020-01-01..2020-12-31"],
    ["A few days ago they met.", "A few days ago 2021-09-08..2021-09-15"],
    ["They met several weeks ago.", "several weeks ago 2021-08-18..2021-09-15"],
    ["They met months ago.", "months ago 2021-03-15..2021-09-15"],
    ["They met years ago.", "years ago 2016-09-15..2021-09-15"],
    ["They have met recently.", "recently 2021-08-18..2021-09-15"],
    ["In recent days they have met.", "recent days 2021-09-08..2021-09-15"],
    ["In recent years they have met.", "recent years 2016-09-15..2021-09-15"],
    ["The past two weeks were quiet.", "The past two weeks 2021-09-01..2021-09-15"],
    ["Over the past few days they met.", "the past few days 2021-09-08..2021-09-15"],
    ["For the last 30 years they fought.", "the last 30 years 1991-09-15..2021-09-15"],
    ["Within the last three decades it doubled.", "the last three decades 1991-09-15..2021-09-15"],
    ["In the past week he left.", "the past week 2021-09-08..2021-09-15"],
    ["In the last 24 hours he left.", "the last 24 hours 2021-09-14..2021-09-15"],
    ["In the next two to three weeks they will meet.", "the next two to three weeks 2021-09-15..2021-10-06"],
    ["In the next eight weeks they will meet.", "the next eight weeks 2021-09-15..2021-11-10"],
    ["It will fade in the coming years.", "the coming years 2021-09-15..2026-09-15"],
    ["It will fade in the coming weeks.", "the coming weeks 2021-09-15..2021-10-13"],
    ["They watch it in the days ahead.", "the days ahead 2021-09-15..2021-09-22"],
    ["The vote is two months away.", "two months away 2021-11-01..2021-11-30"],
    ["A deal is weeks away, not months.", "weeks away 2021-09-15..2021-10-13"],
    ["A deal was “weeks off, not months.”", "weeks off 2021-09-15..2021-10-13"],
    ["He took two weeks off."],
    ["They will meet within days.", "within days 2021-09-15..2021-09-22"],
    ["They will meet within the month.", "within the month 2021-09-15..2021-10-15"],
    ["The city will fall within two to three weeks.", "within two to three weeks 2021-09-15..2021-10-06"],
    ["They will meet in two weeks.", "in two weeks 2021-09-28..2021-09-30"],
    ["It will be over in two to three weeks.", "in two to three weeks 2021-09-15..2021-10-06"],
    ["They will know in about ten days.", "in about ten days 2021-09-25"],
    ["They met within days."],
    ["It was settled in two weeks."],
    ["They will meet within two weeks of the vote."],
    ["It will be the largest exercise in 30 years."],
    ["They will retake it before winter.", "before winter 2021-09-15..2021-12-01"],
    ["They will miss the tenth of April.", "the tenth of April 2022-04-10"],
    ["The vote comes six weeks from now.", "six weeks from now 2021-10-26..2021-10-28"],
    [
      "It began in 2003 and changed in the years since.",
      "2003 2003-01-01..2003-12-31",
      "the years since 2003-01-01..2021-09-15",
    ],
  ])("%s", (text, ...want) => {
    expect(outline(text, published)).toEqual(want);
  });
});

describe("bounds and ranges", () => {
  test.each([
    ["They have fought since February.", "since February 2021-02-01..2021-09-15"],
    ["They have fought since 2014.", "since 2014 2014-01-01..2021-09-15"],
    ["They have fought since the 1960s.", "since the 1960s 1960-01-01..2021-09-15"],
    ["They have fought since last week.", "since last week 2021-09-06..2021-09-15"],
    ["Until Wednesday, he had refused.", "Until Wednesday ..2021-09-15"],
    ["He will stay until Friday.", "until Friday 2021-09-15..2021-09-17"],
    ["He will go by the end of the year.", "by the end of the year 2021-09-15..2021-12-31"],
    ["He will go before Christmas.", "before Christmas 2021-09-15..2021-12-25"],
    ["The threat before 2001 was small.", "before 2001 ..2001-01-01"],
    ["After last Tuesday nobody called.", "After last Tuesday 2021-09-14.."],
    ["After the 9/11 attacks they fought.", "After the 9/11 attacks 2001-09-11.."],
    ["After Monday's debate he left.", "Monday 2021-09-13"],
    ["They met from 2011 to 2016.", "from 2011 to 2016 2011-01-01..2016-12-31"],
    ["They met between 2011 and 2016.", "between 2011 and 2016 2011-01-01..2016-12-31"],
    ["They met in 2015-16.", "2015-16 2015-01-01..2016-12-31"],
    ["They met from Monday to Wednesday.", "from Monday to Wednesday 2021-09-13..2021-09-15"],
    ["They met from Thursday to Monday.", "from Thursday to Monday 2021-09-09..2021-09-13"],
    ["The poll ran from Sept. 2 to 7.", "from Sept. 2 to 7 2021-09-02..2021-09-07"],
    ["The poll ran Sept. 2-7.", "Sept. 2-7 2021-09-02..2021-09-07"],
    [
      "They met between October 3 and November 7, 2020.",
      "between October 3 and November 7, 2020 2020-10-03..2020-11-07",
    ],
    ["They met from July to September 2014.", "from July to September 2014 2014-07-01..2014-09-30"],
    ["He ruled from 2012 until earlier this year.", "from 2012 until earlier this year 2012-01-01..2021-09-15"],
    ["He has ruled from 2012 to the present.", "from 2012 to the present 2012-01-01..2021-09-15"],
  ])("%s", (text, ...want) => {
    expect(outline(text, published)).toEqual(want);
  });

  test("the election is that of a published date where a text is about the one of the United States", () => {
    const text = "Republicans and Democrats will not agree before the election.";
    expect(outline(text, "2020-09-15")).toEqual(["before the election 2020-09-15..2020-11-03"]);
    expect(outline("The parties of Karsk will not agree before the election.", "2020-09-15")).toEqual([]);
  });
});

describe("holidays", () => {
  test.each([
    ["They met on Christmas Eve.", "Christmas Eve 2020-12-24"],
    ["They met on New Years Eve.", "New Years Eve 2020-12-31"],
    ["They met on New Year's Day 2019.", "New Year's Day 2019 2019-01-01"],
    ["They will meet on Thanksgiving.", "Thanksgiving 2021-11-25"],
    ["They met on Labor Day.", "Labor Day 2021-09-06"],
    ["They met on Memorial Day.", "Memorial Day 2021-05-31"],
    ["They met over Labor Day weekend.", "Labor Day weekend 2021-09-04..2021-09-06"],
    ["They met on Martin Luther King Day.", "Martin Luther King Day 2021-01-18"],
    ["They met at Easter.", "Easter 2021-04-04"],
    ["They met on Good Friday.", "Good Friday 2021-04-02"],
    ["They will vote on Election Day.", "Election Day 2022-11-08"],
    ["They met on Inauguration Day.", "Inauguration Day 2021-01-20"],
    ["They met at Passover 2020.", "Passover 2020 2020-04-09"],
    ["They met on Yom Kippur last year.", "Yom Kippur last year 2020-09-28"],
    ["They met on Eid al-Adha.", "Eid al-Adha 2021-07-20"],
    ["They met on July 4.", "July 4 2021-07-04"],
    ["They met on the Fourth of July.", "the Fourth of July 2021-07-04"],
  ])("%s", (text, ...want) => {
    expect(outline(text, published)).toEqual(want);
  });
});

describe("what is no time", () => {
  test.each([
    ["The talks lasted for two hours on the border."],
    ["It was a three-day trip."],
    ["The 72-year-old minister left."],
    ["They meet every day and every Monday."],
    ["They meet on Mondays."],
    ["The office opens weekdays from 6:00 a.m. to 9:00 a.m. local time."],
    ["It is the third week in a row."],
    ["The war is in its third week."],
    ["Now, then, once, soon and previously he agreed."],
    ["They may march in second place, the sun sat low."],
    ["Prime Minister May said so."],
    ["They joined the March on Karsk."],
    ["April Veldt said so."],
    ["Some 2000 soldiers left, and 2,016 more stayed."],
    ["It cost $2016 and covers 1,900 miles on Route 2010."],
    ["He wrote for USA Today and the Sunday Times."],
    ["He watched Saturday Night Live and Fox News Sunday."],
    ["He told Karsk TV's “This Week With Orlan” so."],
    ["The Good Friday Agreement holds."],
    ["Black Friday is a film."],
    ["Too many calls today are lost."],
    ["In today's world that is rare."],
    ["The leaders of tomorrow are young."],
    ["He came on 3/10/2022 or so."],
    ["More recently, they agreed."],
    ["Prices fall and they spring into action."],
    ["She is in her 60s."],
    ["It was his last year in office."],
    ["Each year to come they will work."],
    ["At the end of the day it is a deal."],
    ["For many years to come they will work."],
    ["It was a long time ago, many, many years ago."],
    ["He has a recent gain and a quarter of the votes."],
    ["An overnight success, a Christmas tree."],
  ])("%s", (text) => {
    expect(outline(text, published)).toEqual([]);
  });
});

describe("tense by a parse", () => {
  test.each([
    ["They meet on Thursday.", "past", "Thursday 2021-09-09"],
    ["They meet on Thursday.", "future", "Thursday 2021-09-16"],
    ["They meet in December.", "past", "December 2020-12-01..2020-12-31"],
    ["They meet in December.", "future", "December 2021-12-01..2021-12-31"],
    ["They meet on Oct. 3.", "future", "Oct. 3 2021-10-03"],
    ["They meet on Oct. 3.", "past", "Oct. 3 2021-10-03"], // papers name the year of a day of another year
    ["They meet on June 3.", "past", "June 3 2021-06-03"],
    ["They meet over the weekend.", "future", "the weekend 2021-09-18..2021-09-19"],
    ["They meet over the weekend.", "past", "the weekend 2021-09-11..2021-09-12"],
    ["They meet until Wednesday.", "past", "until Wednesday ..2021-09-15"],
    ["They meet until Wednesday.", "future", "until Wednesday 2021-09-15"],
  ] as const)("%s %s", (text, tense, want) => {
    expect(outline(text, published, tense)).toEqual([want]);
  });
});

describe("a document whose date is not known to the day", () => {
  test.each([
    ["They met yesterday.", null, "yesterday ?"],
    ["They met on Monday.", null, "Monday ?"],
    ["They met last week.", null, "last week ?"],
    ["They met in March.", null, "March ?"],
    ["They met on March 11.", null, "March 11 ?"],
    ["They met two years ago.", null, "two years ago ?"],
    ["They met on Christmas Eve.", null, "Christmas Eve ?"],
    ["They met at 9 p.m. in Karsk.", null, "9 p.m. ?"],
    ["They met on March 11, 2020.", null, "March 11, 2020 2020-03-11"],
    ["They met in 2012.", null, "2012 2012-01-01..2012-12-31"],
    ["They have met since 2012.", null, "since 2012 2012-01-01.."],
    ["They will meet by 2030.", null, "by 2030 ..2030-12-31"],
    ["They met on Labor Day 2019.", null, "Labor Day 2019 2019-09-02"],
    ["They met in the past two weeks.", null, "the past two weeks ?"],
    ["They met yesterday.", "2021-09", "yesterday ?"],
    ["They met this month.", "2021-09", "this month 2021-09-01..2021-09-30"],
    ["They met last year.", "2021-09", "last year 2020-01-01..2020-12-31"],
    ["They met in June.", "2021-09", "June 2021-06-01..2021-06-30"],
    ["They met last year.", "2021", "last year 2020-01-01..2020-12-31"],
    ["They met this month.", "2021", "this month ?"],
    ["They met in June.", "2021", "June ?"],
    ["They have met since 2014.", "2021", "since 2014 2014-01-01.."],
    ["They met recently.", "2021-09", "recently ?"],
  ])("%s of %s", (text, date, want) => {
    expect(outline(text, date)).toEqual([want]);
  });
});

describe("laws", () => {
  const piece = fc.constantFrom(
    ..."on in since until by before after from to between and the early late mid- end of last next this past coming".split(
      " ",
    ),
    ..."Monday Thursday night May March 11 14th 2016 2021 1990s Oct. week month year years two few ago away".split(" "),
    ..."quarter third weekend today overnight Christmas Eve spring 9 p.m. noon , . 's ’ - – ( said will was".split(" "),
  );
  const article = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(" "));
  const date = fc.constantFrom(null, "2021", "2021-09", "2021-09-15", "2020-02-29", "2019-12-31");
  const tense = fc.constantFrom<Tense>("past", "present", "future", null);

  test("expressions are words of the text, in order and apart, and end no earlier than they begin", () => {
    fc.assert(
      fc.property(article, date, tense, (text, when, mood) => {
        let reached = 0;
        for (const { start, end, from, to, unresolved } of find(text, when, mood)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          const words = text.slice(start, end);
          expect(words).not.toBe("");
          expect(words).toBe(words.trim());
          if (unresolved) expect([from, to]).toEqual([null, null]);
          else expect(from ?? to).not.toBeNull();
          if (from !== null && to !== null) expect(from <= to).toBe(true);
          for (const day of [from, to]) if (day !== null) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
          reached = end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("without a date nothing is resolved that names no year", () => {
    fc.assert(
      fc.property(article, tense, (text, mood) => {
        for (const { start, end, unresolved } of find(text, null, mood)) {
          if (!unresolved) expect(text.slice(start, end)).toMatch(/\d{4}/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("the same text gives the same times", () => {
    fc.assert(
      fc.property(article, date, (text, when) => {
        expect(find(text, when)).toEqual(find(text, when));
      }),
    );
  });

  test("any text can be searched", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), date, (text, when) => {
        expect(() => find(text, when)).not.toThrow();
      }),
    );
  });
});
