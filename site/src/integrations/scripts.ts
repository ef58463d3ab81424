import { minify } from 'terser';

/** In characters: what is larger is not of every page, but fetched by who plans a firewall. */
const LARGE = 50_000;

/**
 * A module minified once more: what two minifiers leave is a hundredth smaller than what the first does. Large ones stay,
 * which would become a three-hundredth smaller and take as long as a tenth of the build.
 */
export async function smaller(code: string): Promise<string> {
  if (code.length > LARGE) return code;
  const { code: result } = await minify(code, { ecma: 2020, module: true, compress: { passes: 3 } });
  return result ?? code;
}
