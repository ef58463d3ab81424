/** A block of addresses as devices write it. */
export interface Written {
  readonly address: string;
  readonly length: number;
  readonly isHost: boolean;
}

/** Takes `10.1.0.0/16` apart; an address alone is as long as its family. */
export function written(block: string): Written {
  const [address = '', length] = block.split('/');
  const whole = address.includes(':') ? 128 : 32;
  const bits = length === undefined ? whole : Number(length);
  return { address, length: bits, isHost: bits === whole };
}

/** The mask of an IPv4 network, as `255.255.0.0`. */
export function maskOf(length: number): string {
  const bits = length === 0 ? 0 : (0xffffffff << (32 - length)) >>> 0;
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.');
}

/** The mask as IOS has it, with what may differ. */
export function wildcardOf(length: number): string {
  return maskOf(length)
    .split('.')
    .map((part) => 255 - Number(part))
    .join('.');
}
