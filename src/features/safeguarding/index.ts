export { type GlassBreak, glassBreaks } from './data/concerns.ts'
