import Link from "next/link";
import type { ReactNode } from "react";

// Around each page of the recipe: the way to the other one, and back.
export default function Template({ children }: { children: ReactNode }) {
  return (
    <>
      <nav>
        <Link id="there" href="/other">There</Link>
        <Link id="back" href="/">Back</Link>
      </nav>
      {children}
    </>
  );
}
