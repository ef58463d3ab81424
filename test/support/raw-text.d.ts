/** A file of the vocabulary as text, as the site's bundler gives it. */
declare module '*.yaml?raw' {
  const text: string;
  export default text;
}
