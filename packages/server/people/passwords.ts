import { hash, verify } from "@node-rs/argon2";

/** Work that one check of a password takes: `memoryCost` in KiB, `timeCost` in passes. */
export interface PasswordCost {
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

/** OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, two passes, one lane. */
export const owaspCost: PasswordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A password's hash at full cost, for programs that fill the table of persons themselves. */
export const hashPassword = (password: string): Promise<string> => hash(password, owaspCost);

export interface Passwords {
  /** Argon2id, with a salt of its own, as a PHC string. */
  hash(password: string): Promise<string>;
  /** Whether it is the one; without a hash it works just as long and says no. */
  check(stored: string | undefined, password: string): Promise<boolean>;
}

export async function makePasswords(cost: PasswordCost): Promise<Passwords> {
  // Argon2id is this library's default.
  const nobody = await hash("the password of nobody", cost);
  return {
    hash: (password) => hash(password, cost),
    async check(stored, password) {
      const right = await verify(stored ?? nobody, password);
      return right && stored !== undefined;
    },
  };
}
