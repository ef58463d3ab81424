/** A mistake of the person at the keyboard: the message says it all. */
export class UsageError extends Error {}
