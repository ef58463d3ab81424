const HIGHEST = 65535;

/** @throws RangeError where this is not a whole number from 1 to 65535 */
export function refuseOther(port: number): void {
  if (Number.isInteger(port) && port >= 1 && port <= HIGHEST) return;
  throw new RangeError(`a port is a whole number from 1 to ${HIGHEST}, not ${String(port)}`);
}
