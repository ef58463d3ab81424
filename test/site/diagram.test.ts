import { type PortRule, ports, roles, scenarios } from '@lync/port-catalog';
import { describe, expect, it } from 'vitest';
import { draw } from '../../site/src/lib/diagram/draw.ts';
import { type FlowLine, type FlowNode, flowsOf } from '../../site/src/lib/diagram/flows.ts';
import { widthOf, wrap } from '../../site/src/lib/diagram/measure.ts';
import { type Box, type Drawing, NAME, PORTS, place } from '../../site/src/lib/diagram/place.ts';
import { LANGUAGES, type Language } from '../../site/src/lib/lang.ts';
import { escapeXml } from '../../site/src/lib/xml.ts';

const links = {
  role: (id: string) => `/roles/${id}/`,
  row: (rule: PortRule) => `r${ports.indexOf(rule)}`,
};
const nameIn =
  (lang: Language) =>
  ({ role }: FlowNode) =>
    role === null ? 'Any' : role.name[lang];

const drawn = scenarios
  .map(({ id }) => ({ id, rules: ports.filter((rule) => rule.scenario === id && rule.source && rule.destination) }))
  .filter(({ rules }) => rules.length > 0);

const drawings = drawn.flatMap(({ id, rules }) => LANGUAGES.map((lang) => ({ id, rules, lang })));

/** A role in the perimeter is drawn apart from the virtual IP before it. */
function drawnAs(id: string, rule: PortRule): string {
  const isVirtual = rule.interface?.address === 'virtual-ip';
  return isVirtual && roles.find((role) => role.id === id)?.zone === 'perimeter' ? `${id} virtual-ip` : id;
}

/** What the rules say, pair by pair, without the code under test: "a b" to "a>b tcp 5061". */
function told(rules: readonly PortRule[]): Map<string, Set<string>> {
  const pairs = new Map<string, Set<string>>();
  for (const rule of rules) {
    const sources = rule.source?.roles.length ? rule.source.roles.map((id) => drawnAs(id, rule)) : ['any'];
    const destinations = rule.destination?.roles.length
      ? rule.destination.roles.map((id) => drawnAs(id, rule))
      : ['any'];
    const ranges = rule.ports?.ranges.length ? rule.ports.ranges.map(({ from, to }) => `${from}-${to}`) : ['any'];
    for (const source of sources) {
      for (const destination of destinations) {
        const pair = [source, destination].sort().join(' ');
        const facts = pairs.get(pair) ?? new Set();
        pairs.set(pair, facts);
        for (const range of ranges) {
          for (const transport of rule.transports) facts.add(`${source}>${destination} ${transport} ${range}`);
        }
      }
    }
  }
  return pairs;
}

/** The same of a line; "Any" is one, on whichever side it is drawn. */
function saidBy({ left, right, ports: shown }: FlowLine): [string, Set<string>] {
  const [a, b] = [left, right].map((id) => id.replace('any-inside', 'any'));
  const facts = shown.flatMap(({ range, transports, way }) =>
    transports.flatMap((transport) => {
      const port = `${transport} ${range === null ? 'any' : `${range.from}-${range.to}`}`;
      return [...(way === 'left' ? [] : [`${a}>${b} ${port}`]), ...(way === 'right' ? [] : [`${b}>${a} ${port}`])];
    }),
  );
  return [[a, b].sort().join(' '), new Set(facts)];
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function pairsOf<Item>(items: readonly Item[]): [Item, Item][] {
  return items.flatMap((a, at) => items.slice(at + 1).map((b): [Item, Item] => [a, b]));
}

function svgOf(drawing: Drawing, lang: Language, nameOf = nameIn(lang)): string {
  return draw(drawing, { lang, nameOf, links, id: 'flow' });
}

describe('the lines of a diagram', () => {
  it.each(drawn)('are one for each pair of roles in $id, with exactly the ports of its rules', ({ rules }) => {
    const { lines } = flowsOf(rules);
    expect(new Set(lines.map((line) => saidBy(line)[0])).size).toBe(lines.length);
    expect(new Map(lines.map(saidBy))).toEqual(told(rules));
  });

  it('run from the outside to the inside', () => {
    const bands = ['neutral', 'external', 'perimeter', 'internal'];
    for (const { rules } of drawn) {
      const { nodes, lines } = flowsOf(rules);
      const bandOf = (id: string) => bands.indexOf(nodes.find((node) => node.id === id)?.band ?? '');
      for (const { left, right } of lines) expect(bandOf(left)).toBeLessThanOrEqual(bandOf(right));
    }
  });

  it('draw "Any" at an internal interface inside, and outside otherwise', () => {
    const flows = flowsOf(ports.filter(({ scenario }) => scenario === 'xmpp-federation'));
    expect(flows.lines.map(({ left, right }) => `${left} ${right}`).sort()).toEqual([
      'any access-edge-service',
      'edge-server any-inside',
    ]);
    expect(flows.nodes.find(({ id }) => id === 'any-inside')?.band).toBe('internal');
  });

  it('keep a virtual IP apart from the nodes behind it', () => {
    const { nodes } = flowsOf(ports.filter(({ scenario }) => scenario === 'scaled-edge-hardware-load-balancers'));
    const edge = nodes.filter(({ role }) => role?.id === 'edge-server').map(({ virtual }) => virtual);
    expect(edge.sort()).toEqual([false, true]);
  });

  it('put the "Any" of exemptions on no side', () => {
    const flows = flowsOf(ports.filter(({ kind }) => kind === 'ipsec-exemption'));
    expect(flows.nodes.filter(({ role }) => role === null)).toEqual([
      { id: 'any', role: null, virtual: false, band: 'neutral' },
    ]);
  });
});

describe.each(drawings)('the drawing of $id in $lang', ({ rules, lang }) => {
  const placed = place(flowsOf(rules), nameIn(lang), lang);

  it('has no two boxes on each other', async () => {
    const { nodes, lines } = await placed;
    const boxes: Box[] = [...nodes, ...lines.map(({ label }) => label)];
    expect(pairsOf(boxes).filter(([a, b]) => overlap(a, b))).toEqual([]);
  });

  it('has the text within its box, and every box within the drawing', async () => {
    const { width, height, nodes, lines } = await placed;
    expect(width).toBeLessThanOrEqual(1040);
    for (const { text, ...box } of nodes) {
      for (const line of text) expect(widthOf(line, NAME)).toBeLessThan(box.width);
    }
    for (const { label } of lines) {
      for (const { text } of label.rows) expect(widthOf(text, PORTS)).toBeLessThan(label.width);
    }
    for (const box of [...nodes, ...lines.map(({ label }) => label)]) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
  });

  it('leads no line through the box of a role', async () => {
    const { nodes, lines } = await placed;
    for (const { line, paths } of lines) {
      const others = nodes.filter(({ node }) => node.id !== line.left && node.id !== line.right);
      for (const path of paths) {
        for (const [at, from] of path.entries()) {
          const to = path[at + 1] ?? from;
          const box = {
            x: Math.min(from.x, to.x),
            y: Math.min(from.y, to.y),
            width: Math.abs(from.x - to.x) + 0.1,
            height: Math.abs(from.y - to.y) + 0.1,
          };
          expect(others.filter((other) => overlap(other, box)).map(({ node }) => node.id)).toEqual([]);
        }
      }
    }
  });

  it('keeps the zones apart, each around its own roles', async () => {
    const { bands, nodes } = await placed;
    expect(pairsOf(bands).filter(([a, b]) => overlap(a, b))).toEqual([]);
    for (const node of nodes) {
      const around = bands.filter((band) => overlap(band, node)).map(({ band }) => band);
      expect(around).toEqual(node.node.band === 'neutral' ? [] : [node.node.band]);
    }
  });

  it('has its labels between the zones, or in the zone where a role talks to its own kind', async () => {
    const { bands, nodes, lines } = await placed;
    for (const { line, label } of lines) {
      const own = nodes.find(({ node }) => line.left === line.right && node.id === line.left)?.node.band;
      expect(bands.filter((band) => band.band !== own && overlap(band, label))).toEqual([]);
    }
  });

  it('is the same every time, small, and has a link for each role', async () => {
    const svg = svgOf(await placed, lang);
    expect(svgOf(await place(flowsOf(rules), nameIn(lang), lang), lang)).toBe(svg);
    const compressed = new Blob([svg]).stream().pipeThrough(new CompressionStream('gzip'));
    expect((await new Response(compressed).arrayBuffer()).byteLength).toBeLessThanOrEqual(3_500);
    for (const { node } of (await placed).nodes) {
      const look = node.virtual ? 'node virtual' : 'node';
      if (node.role !== null) expect(svg).toContain(`<a class="${look}" href="/roles/${node.role.id}/">`);
    }
    // Each row is led to, or marked by what is pointed at.
    const marked = new Set([...svg.matchAll(/ data-rows="([^"]*)"/g)].flatMap(([, rows]) => rows?.split(' ') ?? []));
    expect([...marked].sort()).toEqual([...new Set(rules.map(links.row))].sort());
    expect(svg).not.toMatch(/ style=|<style|<script/);
  });
});

describe('the markup', () => {
  it('says names as text, never as markup', async () => {
    const [first] = drawn;
    const nameOf = () => '<script>"A" & B</script>';
    const drawing = await place(flowsOf(first?.rules ?? []), nameOf, 'en');
    const svg = svgOf(drawing, 'en', nameOf);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;&quot;A&quot;');
    expect(escapeXml('"<&>"')).toBe('&quot;&lt;&amp;&gt;&quot;');
  });

  it('names ports that have no row in the title of "+n"', async () => {
    const rules = ports.filter(({ scenario }) => scenario === 'scaled-edge-hardware-load-balancers');
    const svg = svgOf(await place(flowsOf(rules), nameIn('en'), 'en'), 'en');
    for (const port of [5061, 5062, 8057, 23456, 50002, 50003]) expect(svg).toMatch(new RegExp(`[ ,]${port} TCP`));
  });
});

describe('the width of a text', () => {
  it('is an em for a Korean syllable, more than for a Latin letter', () => {
    expect(widthOf('에지', { size: 10 })).toBe(20);
    expect(widthOf('ab', { size: 10 })).toBeLessThan(14);
  });

  it('breaks names at spaces only, and loses none of them', () => {
    for (const { name } of roles) {
      for (const lang of LANGUAGES) {
        const lines = wrap(name[lang], 140, NAME);
        expect(lines.join(' ')).toBe(name[lang]);
        for (const line of lines) expect(line.includes(' ') ? widthOf(line, NAME) : 0).toBeLessThanOrEqual(140);
      }
    }
  });
});
