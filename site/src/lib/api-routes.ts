import { apiEndpoints } from './api.ts';
import { checkedPath } from './route-parts.ts';
import { apiUrl } from './urls.ts';

/** The API's files with an ending, for `getStaticPaths`: the parameter is the path without it. */
export function apiPaths(ending: '.json' | '.csv') {
  return apiEndpoints(apiUrl())
    .flatMap(({ files }) => files)
    .filter(({ path }) => path.endsWith(ending))
    .map(({ path, body }) => ({ params: { file: checkedPath(path.slice(0, -ending.length)) }, props: { body } }));
}
