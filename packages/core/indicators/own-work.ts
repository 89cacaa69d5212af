/**
 * How many of a unit's own findings count beside what it was sent: at most `mostShare` of all that counts. With 30 %
 * and 70 cases that it was sent, 30 of its own count, however many there were.
 */
export function countedOwnWork(own: number, sent: number, mostShare: number): number {
  return Math.min(own, Math.floor((sent * mostShare) / (1 - mostShare) + 1e-9));
}
