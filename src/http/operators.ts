/** Whether a path is for those who run the server, who must get an answer whatever else is going on. */
export function isForOperators(url: string): boolean {
  return url === '/livez' || url === '/readyz' || url === '/metrics';
}
