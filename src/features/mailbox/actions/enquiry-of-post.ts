import { type NewEnquiry, unasked } from '../../enquiries/index.ts'
import type { Post } from '../data/post-reads.ts'
import { namesOf } from '../domain/names-of.ts'

/** As much of a message as an enquiry shows; the whole is with the message. */
const longest = 5000

/** What an enquiry takes over from the post that it is made from. Whether any way of reaching them is safe, nobody has asked. */
export function enquiryOfPost(post: Post): NewEnquiry {
  const text = [post.subject, post.body].filter(Boolean).join('\n\n')
  return {
    channel: post.medium,
    ...{ askedBy: 'self', organisation: null, permissionStated: false },
    ...namesOf(post.senderName || (post.senderAddress?.split('@')[0] ?? '')),
    birthDate: null,
    reach: { ...unasked, email: post.senderAddress },
    ...{ otherGivenName: null, otherFamilyName: null, topic: null, safetyNote: null, needs: null },
    message: text.length > longest ? `${text.slice(0, longest - 1).toWellFormed()}…` : text,
    ...(post.medium === 'letter' ? { receivedOn: post.dated } : {}),
  }
}
