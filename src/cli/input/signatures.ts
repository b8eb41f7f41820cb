/** Bytes that tell a binary format, at their place in the file, and what to call it. */
export interface Signature {
  readonly bytes: readonly number[];
  readonly at: number;
  readonly name: string;
}

const ascii = (text: string): readonly number[] => [...text].map((c) => c.charCodeAt(0));

/** From each format's specification; those that turn up among press articles. */
export const signatures: readonly Signature[] = [
  { bytes: ascii("%PDF-"), at: 0, name: "a PDF" },
  { bytes: ascii("{\\rtf"), at: 0, name: "an RTF document" },
  { bytes: [0x50, 0x4b, 0x03, 0x04], at: 0, name: "a ZIP archive (as .docx, .odt and .epub are)" },
  { bytes: [0x50, 0x4b, 0x05, 0x06], at: 0, name: "an empty ZIP archive" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], at: 0, name: "an old Office document" },
  { bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], at: 0, name: "a PNG image" },
  { bytes: [0xff, 0xd8, 0xff], at: 0, name: "a JPEG image" },
  { bytes: ascii("GIF87a"), at: 0, name: "a GIF image" },
  { bytes: ascii("GIF89a"), at: 0, name: "a GIF image" },
  { bytes: ascii("WEBP"), at: 8, name: "a WebP image" },
  { bytes: ascii("ftyp"), at: 4, name: "an MP4 video or a HEIC image" },
  { bytes: ascii("ID3"), at: 0, name: "an MP3 recording" },
  { bytes: ascii("WAVE"), at: 8, name: "a WAVE recording" },
  { bytes: ascii("SQLite format 3\0"), at: 0, name: "an SQLite database" },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], at: 0, name: "a program" },
  { bytes: [0x1f, 0x8b], at: 0, name: "gzip within gzip" },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], at: 0, name: "a Zstandard archive" },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], at: 0, name: "an xz archive" },
  { bytes: ascii("BZh"), at: 0, name: "a bzip2 archive" },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], at: 0, name: "a 7-Zip archive" },
  { bytes: ascii("ustar"), at: 257, name: "a tar archive" },
  { bytes: [0xff, 0xfe, 0x00, 0x00], at: 0, name: "text in UTF-32, to be saved as UTF-8" },
  { bytes: [0x00, 0x00, 0xfe, 0xff], at: 0, name: "text in UTF-32, to be saved as UTF-8" },
];
