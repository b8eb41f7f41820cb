import { type Day, dayOf } from "./calendar.ts";

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876, in Meeus, Astronomical Algorithms, 1991). */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayOf(year, Math.floor(f / 31), (f % 31) + 1);
}

/** First day of Passover, 15 Nisan, in the Gregorian calendar (Gauss 1802, in Meeus, Astronomical Algorithms, 1991). */
export function passover(year: number): Day {
  const century = Math.floor(year / 100);
  const shift = Math.floor((3 * century - 5) / 4);
  const a = (12 * year + 12) % 19;
  const b = year % 4;
  const q = -1.904412361576 + 1.554241796621 * a + 0.25 * b - 0.003177794022 * year + shift;
  const whole = Math.floor(q);
  const j = (((whole + 3 * year + 5 * b + 2 - shift) % 7) + 7) % 7;
  const rest = q - whole;
  let day = 22 + whole;
  if (j === 2 || j === 4 || j === 6) day = 23 + whole;
  else if (j === 1 && a > 6 && rest >= 0.63287037) day = 24 + whole;
  else if (j === 0 && a > 11 && rest >= 0.897723765) day = 23 + whole;
  return dayOf(year, 3, day);
}

/**
 * A day of the Islamic year that falls in a Gregorian year, by the tabular calendar (Reingold and Dershowitz,
 * Calendrical Calculations): the day kept in a country may be one off. The first where two fall in the year; null
 * where none does.
 */
export function islamicDay(year: number, month: number, day: number): Day | null {
  const guess = Math.floor(((year - 622) * 33) / 32);
  for (let hijri = guess - 1; hijri <= guess + 2; hijri++) {
    const found =
      day + 29 * (month - 1) + Math.floor(month / 2) + 354 * (hijri - 1) + Math.floor((3 + 11 * hijri) / 30) - 492149;
    if (found >= dayOf(year, 1, 1) && found <= dayOf(year, 12, 31)) return found;
  }
  return null;
}
