export { addFile, type ExaminedFile, examineFile, type FileToAdd, keepExamined } from './actions/add-file.ts'
export { downloadFile } from './actions/download-file.ts'
export type { FileTools } from './actions/file-tools.ts'
export { keepMadeFile, type MadeFile } from './actions/keep-made-file.ts'
export { refuseFile, releaseFile } from './actions/settle-file.ts'
export { shareFile } from './actions/share-file.ts'
export { type CaseDocument, filesOf } from './data/file-reads.ts'
export { acceptedEndings, largestUpload, uploadMessages } from './domain/uploads.ts'
export {
  type LegalQuality,
  legalQualities,
  qualityWords,
  wordsOfZone,
  type Zone,
  zoneInPath,
  zonePath,
  zones,
} from './domain/zones.ts'
export {
  InZone,
  QualityField,
  QualityTag,
  saveWords,
  ZoneLinks,
  ZoneMark,
  type ZoneNames,
} from './web/office/zone-parts.tsx'
