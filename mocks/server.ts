/**
 * The mock Alexandria API in Node, over real HTTP.
 *
 * @module license-ui/mocks/server
 */

export { type AlexandriaServer, serveAlexandria, type ServeOptions } from './serveAlexandria.js';
export { type Alexandria, type AlexandriaOptions, startAlexandria } from './startAlexandria.js';
