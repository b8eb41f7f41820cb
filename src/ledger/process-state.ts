import { readFileSync } from "node:fs";

/**
 * When a process began, in a form that only compares: on Linux, clock ticks since the machine started. Null where it is
 * not running, where it waits to be buried, or where the system does not tell.
 */
export function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // the name in brackets may hold anything, a bracket too; fields 3 (state) and 22 (start) of proc(5) follow it
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

/**
 * False only if that process is surely gone: its number may belong to another one by now, which `start`, where known,
 * tells apart.
 */
export function isRunning(pid: number, start: string | null): boolean {
  if (start !== null) return startOf(pid) === start;
  try {
    process.kill(pid, 0); // sends nothing, asks whether it could
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
