const names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

export const fullWeekdayPattern = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";

/** Short forms stand for a day only beside a date: "Thurs., Oct. 6". */
export const weekdayPattern = `(?:${fullWeekdayPattern}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\\.?)`;

/** 0 for Monday to 6 for Sunday, of a name that one of the patterns matched. */
export const weekdayNumber = (name: string): number => names.indexOf(name.slice(0, 3).toLowerCase());
