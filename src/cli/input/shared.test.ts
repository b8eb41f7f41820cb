import { expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../../testing/shared.ts";
import { toDraft } from "./input.ts";
import { outline, readList } from "./testing/inputs.ts";

describeWithShared("the shared data", () => {
  test("the seeds are two texts, unchanged", async () => {
    const items = await readList([sharedPath("seeds")]);
    expect(outline(items, sharedPath("seeds"))).toEqual([
      "text 000_36af8d9ab3091adb.txt",
      "text 002_0ec0a1f0684b4921.txt",
    ]);
  });

  test.each([
    { path: "data/polnear/dev.jsonl" },
    { path: "data/crisis-coded.jsonl" },
    { path: "data/ukraine-crisis.jsonl" },
    { path: "data/articles/html" },
  ])("every document in $path becomes a draft", async ({ path }) => {
    const items = await readList([sharedPath(path)]);
    expect(items.length).toBeGreaterThan(50);
    for (const item of items) {
      if (item.kind === "failed") throw item.error;
      const draft = toDraft(item, {});
      const text = draft.kind === "record" ? draft.record.text : draft.kind === "html" ? draft.html : draft.text;
      expect(text.length).toBeGreaterThan(40);
      expect(text.match(/\uFFFD/g)?.length ?? 0, item.file).toBeLessThan(20);
    }
  });
});
