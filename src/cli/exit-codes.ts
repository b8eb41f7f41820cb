/** What the exit status of every `parley` command means; also in `parley --help` and docs/cli.md. */
export const exitCodes = {
  ok: 0,
  /** A fault in Parley itself. */
  fault: 1,
  /** The command line was not understood. */
  usage: 2,
  /** The rest was done, but at least one input could not be read. */
  someInputsFailed: 3,
  /** Nothing could be read, or what was checked has faults. */
  allInputsFailed: 4,
  /** The ledger could not be opened, or does not hold what was asked for. */
  ledger: 5,
} as const;

export const exitCodesHelp = `Exit codes:
  0  done
  1  a fault in Parley itself (please report it, with --verbose)
  2  the command line was not understood
  3  done, but at least one input could not be read
  4  no input could be read, or a codebook of issues has faults
  5  the ledger could not be opened, or does not hold what was asked for
`;
