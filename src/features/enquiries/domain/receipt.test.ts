import { expect, test } from 'vitest'
import { receipts } from './receipt.ts'

const ours = receipts(Buffer.alloc(32, 1))
const receipt = { reference: 'E-4KTX-9QM', reply: 'letter' } as const

test('what was written is read', () => {
  expect(ours.read(ours.write(receipt))).toEqual(receipt)
})

test('nobody else can write one, and none can be changed', () => {
  const written = ours.write(receipt)
  expect(receipts(Buffer.alloc(32, 2)).read(written)).toBeNull()
  expect(ours.read(written.replace('letter', 'email'))).toBeNull()
  expect(ours.read(written.replace('4KTX', '4KTY'))).toBeNull()
  expect(ours.read(`${written}.more`)).toBeNull()
  expect(ours.read('E-4KTX-9QM')).toBeNull()
  expect(ours.read('')).toBeNull()
})
