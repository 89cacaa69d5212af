/** What the command's end means to a script. */
export const exit = {
  done: 0,
  /** It ran to its end and the answer is no: a replay differs. Or it broke. */
  failed: 1,
  /** The call, a file or a mapping is not usable; nothing was changed. */
  unusable: 2,
  /** The database can not be had: in use, not reachable, newer than the program. */
  noDatabase: 3,
  /** Stopped from outside (128 + SIGINT). */
  stopped: 130,
} as const;
