// Evaluates JSONata with its reference implementation: one expression a line as JSON in, one outcome a line as JSON out.
import { createInterface } from "node:readline";
import jsonata from "jsonata";

for await (const line of createInterface({ input: process.stdin })) {
  let outcome;
  try {
    const value = await jsonata(JSON.parse(line)).evaluate(null);
    outcome = { value: value === undefined ? null : value };
  } catch (error) {
    outcome = { error: String(error.message ?? error) };
  }
  process.stdout.write(JSON.stringify(outcome) + "\n");
}
