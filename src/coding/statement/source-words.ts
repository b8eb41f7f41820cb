/**
 * Nouns that tell what kind of source a phrase names, by its head. Written for Parley, from the sources of PolNeAR's
 * training articles read by frequency; small letters, singular and plural where they differ by more than an s.
 */

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** What is written: a source whose head is one of these is documentary. */
export const documentNouns = set(
  "account accord ad ads advert advertisement affidavit agreement analysis announcement appeal article assessment bill blog book bulletin cable charter column communique " +
    "communiqué complaint constitution contract copy data declaration decree diary directive document documents dossier draft editorial email emails e-mail e-mails " +
    "essay estimate estimates executive-order figures file files filing filings findings footage headline headlines images indictment law laws legislation interview lawsuit letter list log logs manual memo memoir memoirs " +
    "memorandum message messages minutes motion note notes notice op-ed order papers petition plan poll polling polls post posts proposal readout recording records " +
    "register release report results slogan slogans reports resolution review ruling statement statements statistics study studies subpoena suit summary survey surveys text " +
    "transcript transcripts treaty tweet tweets verdict video warrant website",
);

/** Bodies: named by their office where the phrase is definite ("the ministry"), unnamed where it is not ("a rights group"). */
export const bodyNouns = set(
  "academy administration agency airline alliance army authorities authority bank board broadcaster bureau cabinet campaign centre center channel chamber " +
    "chancellery chancery church city club coalition command commission committee company conference congress consulate corporation council country court defence " +
    "defense delegation department embassy faction federation firm force forces foundation fund government group guard headquarters hospital house institute " +
    "junta league leadership legislature magazine media military militia ministry ministries mission monarchy movement navy network newspaper office opposition organisation organization paper " +
    "palace panel parliament parties partnership party police presidency press prosecution regime republic secretariat senate service side sides state station " +
    "summit syndicate team television tribunal troops union university west world outlet publication site",
);

/** Offices that one person holds: "the president" is somebody known, "a former minister" is not. */
export const officeNouns = set(
  "ambassador archbishop bishop boss candidate captain chairman chairwoman chair chairperson chancellor chief coach colonel commander commissioner congressman " +
    "congresswoman coroner counsel director emir emperor envoy executive general governor head incumbent judge justice king leader major mayor minister monarch " +
    "negotiator nominee pope premier president prince princess prosecutor queen secretary secretary-general senator sheriff speaker sultan superintendent " +
    "undersecretary vice-president whip treasurer",
);

/** People by what they do, singular and plural: unnamed where no name follows. */
export const personNouns: ReadonlySet<string> = new Set(
  (
    "official source person people diplomat adviser advisor aide analyst expert lawmaker critic observer resident witness supporter opponent activist leader " +
    "spokesman spokeswoman spokesperson insider functionary negotiator envoy lawyer economist scientist researcher soldier officer commander farmer student teacher worker voter " +
    "journalist reporter politician minister senator protester doctor survivor relative friend neighbour neighbor colleague ally mediator participant delegate villager " +
    "investigator prosecutor scholar historian commentator veteran refugee trader investor executive member strategist pollster organizer"
  )
    .split(" ")
    .flatMap((noun) => [noun, `${noun}s`, noun.replace(/y$/u, "ies"), noun.replace(/man$/u, "men")]),
);

/** Quantities that stand for unnamed people by themselves: "many doubt it", "two of them said". */
export const quantifiers = set(
  "all another any both dozens each either everyone few five four half hundreds majority many more most neither nobody none number one others other pair scores several six some someone " +
    "somebody ten thousands three two handful host group couple",
);

/** Words before which the head of a noun phrase has come, unless they stand inside a name. */
export const postmodifiers = set(
  "of in from at on with for who which that whose where close familiar briefed involved speaking based including like such not when after as to by asked near inside within outside " +
    "under against among between over about during before behind across working responsible present opposed loyal aware privy here there then also both travelling traveling",
);

export const definiteOpeners = set("the this that these those his her its their our my your both");
export const indefiniteOpeners = set("a an another some one two three four five six several many few any no");

/** Words that open a sentence or clause with a capital and are no part of a name. */
export const plainCapitals = set(
  "the a an this that these those his her its their our my your some many most several all both two three four five six other others another one no in on at but and while when as if " +
    "senior former local state western eastern northern southern top foreign military security government unnamed anonymous multiple various federal public private",
);

export const singularPersons = set("he she");
export const pluralPersons = set("they we");
export const relativePronouns = set("who which that whom");
export const pronouns = set("he she they it i we you who which that whom");
