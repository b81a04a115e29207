import { z } from 'zod'
import { NotABackup } from '../../platform/backup/frames.ts'

const manifest = z.strictObject({
  format: z.literal(1),
  id: z.uuid(),
  madeAt: z.string(),
  service: z.string(),
  policyHash: z.string(),
  /** The migrations that made its schema, in their order. */
  schema: z.array(z.strictObject({ name: z.string(), digest: z.string() })),
})

/** What a backup says of itself. */
export type Manifest = z.infer<typeof manifest>

/** Throws NotABackup when it is none that this program understands. */
export function readManifest(value: unknown): Manifest {
  const read = manifest.safeParse(value)
  if (!read.success) throw new NotABackup('this program does not understand it: a newer one may have made it')
  return read.data
}
