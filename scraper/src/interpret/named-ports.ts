import { spaced } from '../vocabulary/text.ts';
import { problem, type Result, understood } from './result.ts';

/** A name with ports under it: the cell of a virtual IP, or of what a load balancer monitors. */
export interface NamedPorts {
  name: string;
  /** For the grammar of ports. */
  ports: string;
}

// From the end on: from the beginning on, each number of a list might be its first.
const PORTS_LAST = /$(?<=[^\s:]((?:\s?:\s?|\s)(\d[\d\s,;/-]*)))/;

/** Reads a cell whose last line, or what stands last, is its ports. */
export function readNamedPorts(text: string): Result<NamedPorts> {
  const shown = spaced(text);
  const [, end, ports] = PORTS_LAST.exec(shown) ?? [];
  // A year ends the name of a product.
  if (end === undefined || ports === undefined || /^20\d\d$/.test(ports))
    return problem('unknown-port', 'no port stands behind a name here', text);
  return understood({ name: shown.slice(0, -end.length).replaceAll('\n', ' '), ports });
}
