import { apiEndpoints } from '../lib/api.ts';
import { llmsText } from '../lib/llms.ts';
import { apiUrl, fileUrl, pageUrl } from '../lib/urls.ts';

export function GET(): Response {
  const body = llmsText(apiEndpoints(apiUrl()), { file: fileUrl, page: (path) => pageUrl(path, 'en') });
  return new Response(body, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
