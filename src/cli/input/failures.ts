import { ParleyError } from "../../text/errors.ts";

/** A path as a message shows it: clipped in the middle, without control codes that would reach the terminal. */
export function shownPath(path: string): string {
  const shown = path.replace(/[\p{Cc}\p{Surrogate}]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return shown.length > 200 ? `${shown.slice(0, 120)}…${shown.slice(-60)}` : shown;
}

/**
 * An error of reading one file as the error its item carries. What is neither ours, nor the system's, nor zlib's is a
 * mistake in the program and is thrown on.
 */
export function failureOf(file: string, error: unknown): ParleyError {
  const name = shownPath(file);
  if (error instanceof ParleyError) return new ParleyError(error.code, `${name}: ${error.message}`, { cause: error });
  const code = systemCode(error);
  if (code === "ENOENT" || code === "ENOTDIR") {
    return new ParleyError("PARLEY_INPUT_MISSING", `${name}: no such file`, { cause: error });
  }
  if (code.startsWith("Z_")) {
    const what = code === "Z_BUF_ERROR" ? "ends before its gzip stream does" : "is not a sound gzip file";
    return new ParleyError("PARLEY_INPUT_MALFORMED", `${name}: ${what} (${code})`, { cause: error });
  }
  if (/^E[A-Z0-9]+$/.test(code)) {
    return new ParleyError("PARLEY_INPUT_UNREADABLE", `${name}: ${reasons[code] ?? "cannot be read"} (${code})`, {
      cause: error,
    });
  }
  throw error;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "you may not read it",
  EPERM: "you may not read it",
  ENAMETOOLONG: "the name is longer than the file system allows",
  ELOOP: "its symbolic links lead in a circle",
  EISDIR: "is a directory",
};

function systemCode(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" ? code : "";
}
