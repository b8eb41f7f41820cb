import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, storable } from "./decode.ts";

const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Uint8Array.from(part))));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16be = (text: string): Uint8Array => Buffer.from(text, "utf16le").swap16();
/** Cyrillic А to я as Windows-1251, where they stand in a row from C0. */
const windows1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (c) => (c >= "А" && c <= "я" ? c.charCodeAt(0) - 0x410 + 0xc0 : c.charCodeAt(0)));

const russian = "Министр заявил, что переговоры завершены и стороны согласились встретиться снова.";

describe("encodings", () => {
  test.each([
    {
      name: "UTF-8 with its mark",
      bytes: bytesOf([0xef, 0xbb, 0xbf], "Talks"),
      text: "Talks",
      encoding: "utf-8",
      basis: "bom",
    },
    {
      name: "UTF-16LE with its mark",
      bytes: bytesOf([0xff, 0xfe], [...Buffer.from("“Да”", "utf16le")]),
      text: "“Да”",
      encoding: "utf-16le",
      basis: "bom",
    },
    {
      name: "UTF-16BE with its mark",
      bytes: bytesOf([0xfe, 0xff], [...utf16be("“Да”")]),
      text: "“Да”",
      encoding: "utf-16be",
      basis: "bom",
    },
    {
      name: "UTF-16LE without",
      bytes: Buffer.from("The talks went on.", "utf16le"),
      text: "The talks went on.",
      encoding: "utf-16le",
      basis: "detection",
    },
    {
      name: "UTF-16BE without",
      bytes: utf16be("The talks went on."),
      text: "The talks went on.",
      encoding: "utf-16be",
      basis: "detection",
    },
    {
      name: "Cyrillic UTF-16LE without",
      bytes: Buffer.from(russian, "utf16le"),
      text: russian,
      encoding: "utf-16le",
      basis: "detection",
    },
    {
      name: "ASCII",
      bytes: bytesOf("Talks\r\nwent on\n"),
      text: "Talks\r\nwent on\n",
      encoding: "utf-8",
      basis: "detection",
    },
    { name: "UTF-8", bytes: utf8("“Näher” 🕊"), text: "“Näher” 🕊", encoding: "utf-8", basis: "detection" },
    { name: "Windows-1251", bytes: windows1251(russian), text: russian, encoding: "windows-1251", basis: "detection" },
    {
      name: "Windows-1252 with curly marks",
      bytes: bytesOf("\x93We agree,\x94 she said. The ministers\x92 talks went on \x96 slowly."),
      text: "“We agree,” she said. The ministers’ talks went on – slowly.",
      encoding: "windows-1252",
      basis: "detection",
    },
    {
      name: "too little to detect",
      bytes: bytesOf("caf\xe9"),
      text: "café",
      encoding: "windows-1252",
      basis: "default",
    },
    { name: "nothing", bytes: bytesOf(), text: "", encoding: "utf-8", basis: "detection" },
  ])("$name", ({ bytes, text, encoding, basis }) => {
    expect(decode(bytes, { format: "text" })).toEqual({ text, encoding, basis, replaced: 0 });
  });

  test.each([
    ["meta charset", '<html><head><meta charset="windows-1251"></head><p>', windows1251("Да."), "Да.", "windows-1251"],
    [
      "meta http-equiv",
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>',
      windows1251("Да."),
      "Да.",
      "windows-1251",
    ],
    ["an XML declaration", '<?xml version="1.0" encoding="iso-8859-2"?><p>', Uint8Array.of(0xb1), "ą", "iso-8859-2"],
    [
      "latin1, which means Windows-1252",
      "<meta charset=latin1><p>",
      Uint8Array.of(0x93, 0x61, 0x94),
      "“a”",
      "windows-1252",
    ],
  ])("HTML is believed its %s", (_, head, body, text, encoding) => {
    const decoded = decode(bytesOf(head, [...body]), { format: "html" });
    expect(decoded).toMatchObject({ text: head + text, encoding, basis: "declaration", replaced: 0 });
  });

  test("a stale declaration does not spoil well-formed UTF-8, nor does an unknown or impossible one", () => {
    for (const label of ["windows-1251", "no-such-thing", "utf-16"]) {
      const page = `<meta charset="${label}"><p>“Näher”</p>`;
      expect(decode(utf8(page), { format: "html" })).toMatchObject({ text: page, encoding: "utf-8", replaced: 0 });
    }
  });

  test("plain text that talks of a declaration is not HTML", () => {
    const text = bytesOf('Write <meta charset="windows-1251"> there, caf\xe9 owners of Bras\xedlia said.');
    expect(decode(text, { format: "text" }).encoding).not.toBe("windows-1251");
  });

  test("UTF-32 is refused", () => {
    for (const mark of [
      [0xff, 0xfe, 0, 0],
      [0, 0, 0xfe, 0xff],
    ]) {
      const code = expect.objectContaining({ code: "PARLEY_INPUT_NOT_TEXT" });
      expect(() => decode(bytesOf(mark, [0x61, 0, 0, 0]), { format: "text" })).toThrow(code);
    }
  });
});

describe("broken text", () => {
  test("UTF-8 with broken bytes stays UTF-8: the bytes become U+FFFD and are counted", () => {
    const text = "“We agree,” the minister’s office said – “on the text.”";
    const decoded = decode(bytesOf([...utf8(text)], [0xff], [...utf8(text)], [0xe2, 0x80]), { format: "text" });
    expect(decoded).toEqual({ text: `${text}\uFFFD${text}\uFFFD`, encoding: "utf-8", basis: "detection", replaced: 2 });
  });

  test("broken UTF-8 stays UTF-8 under a legacy declaration too", () => {
    const page = "<meta charset=iso-8859-1><p>“Näher” – “weiter”";
    const decoded = decode(bytesOf([...utf8(page)], [0xff]), { format: "html" });
    expect(decoded).toMatchObject({ text: `${page}\uFFFD`, encoding: "utf-8", replaced: 1 });
  });

  test("NULs and lone surrogates become U+FFFD in their place; U+FFFD that was there is not counted", () => {
    expect(decode(utf8("a\0b\uFFFDc"), { format: "text" })).toMatchObject({ text: "a\uFFFDb\uFFFDc", replaced: 1 });
    const lone = bytesOf([0xff, 0xfe, 0x61, 0, 0x00, 0xd8, 0xfd, 0xff, 0x62, 0]);
    expect(decode(lone, { format: "text" })).toMatchObject({ text: "a\uFFFD\uFFFDb", replaced: 1 });
    expect(storable("\uD83Dx\uDD4A 🕊 \0")).toBe("\uFFFDx\uFFFD 🕊 \uFFFD");
  });
});

describe("laws", () => {
  const text = fc.string({ unit: "binary" });

  test("UTF-8 comes back as it was, NULs aside", () => {
    fc.assert(
      fc.property(text, (original) => {
        // Two-byte patterns of control codes are UTF-16's; real text has letters in it.
        const input = `The talks: ${original}`;
        const decoded = decode(utf8(input), { format: "text" });
        expect(decoded.text).toBe(storable(input));
        expect(decoded.text.length).toBe(input.length);
      }),
    );
  });

  test("any bytes decode to something that can be stored", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom("text" as const, "html" as const),
        (bytes, format) => {
          fc.pre(!(bytes[0] === 0 && bytes[1] === 0) && !(bytes[2] === 0 && bytes[3] === 0)); // UTF-32's marks
          const decoded = decode(bytes, { format });
          expect(storable(decoded.text)).toBe(decoded.text);
          expect(decoded.replaced).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
