import { problem, type Result, understood } from './result.ts';

/** A name with ports under it: the cell of a virtual IP, or of what a load balancer monitors. */
export interface NamedPorts {
  name: string;
  /** For the grammar of ports. */
  ports: string;
}

/** Reads a cell whose last line, or what stands last, is its ports. */
export function readNamedPorts(text: string): Result<NamedPorts> {
  const [, name, ports] = /^(.*?[^\s:])(?:\s*:\s*|\s+)(\d[\d\s,;/-]*)$/s.exec(text.trim()) ?? [];
  if (name === undefined || ports === undefined)
    return problem('unknown-port', 'no port stands behind a name here', text);
  return understood({ name: name.replaceAll('\n', ' ').trim(), ports });
}
