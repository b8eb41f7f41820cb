"""One encoder, and heads for attribution, parts of speech, dependencies and entities."""

import torch
import torch.nn.functional as F
from torch import nn
from transformers import BertModel

from data import CUE_TAGS, ENTITY_TYPES, QUOTATIONS, ROLE_TAGS, SHAPES

ROLE_DIM, ARC_DIM, RELATION_DIM, ENTITY_DIM, DISTANCES = 192, 192, 128, 96, 64


class LockedDropout(nn.Module):
    """One mask for all pieces of a row (Gal and Ghahramani 2016): as good as one a piece, and far fewer random numbers."""

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        if not self.training or self.rate == 0:
            return x
        keep = torch.rand(x.size(0), *[1] * (x.dim() - 2), x.size(-1), device=x.device) >= self.rate
        return x * (keep.to(x.dtype) / (1 - self.rate))


class Encoder(nn.Module):
    """ids, shapes: int64 [batch, piece] → float [batch, piece, 384]. The shape gives an uncased model the case back."""

    def __init__(self, base):
        super().__init__()
        # without dropout inside attention the fused kernel is used, which is twice as fast on a CPU
        settings = {"attention_probs_dropout_prob": 0.0, "hidden_dropout_prob": 0.0}
        self.bert = BertModel.from_pretrained(base, add_pooling_layer=False, attn_implementation="sdpa", **settings)
        for layer in self.bert.encoder.layer:
            layer.attention.output.dropout = LockedDropout(0.08)
            layer.output.dropout = LockedDropout(0.08)
        size = self.bert.config.hidden_size
        self.shape = nn.Embedding(SHAPES, size)
        nn.init.normal_(self.shape.weight, std=0.02)

    def forward(self, ids, shapes, mask=None):
        embedded = self.bert.embeddings.word_embeddings(ids) + self.shape(shapes)
        return self.bert(inputs_embeds=embedded, attention_mask=mask).last_hidden_state


class Cues(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.out = nn.Linear(size, len(CUE_TAGS))

    def forward(self, hidden):
        return self.out(hidden)


class Roles(nn.Module):
    """Source and content for a given cue, as a semantic-role labeller finds arguments for a predicate.

    hidden: float [window, piece, 384]; rows: int64 [cue], each cue's window; cue: float [cue, piece], 1 on its pieces;
    distance: int64 [cue, piece], see `distances`. Gives tag logits [cue, piece, 5] and quotation logits [cue, 3].
    """

    def __init__(self, size):
        super().__init__()
        self.token = nn.Linear(size, ROLE_DIM)
        self.condition = nn.Linear(size, ROLE_DIM)
        self.gate = nn.Linear(size, ROLE_DIM)
        self.distance = nn.Embedding(DISTANCES, ROLE_DIM)
        # sees its neighbours, so that a span's ends agree with each other
        self.mix = nn.Conv1d(ROLE_DIM, ROLE_DIM, 5, padding=2)
        self.middle = nn.Linear(ROLE_DIM, ROLE_DIM)
        self.out = nn.Linear(ROLE_DIM, len(ROLE_TAGS))
        self.quotation = nn.Linear(2 * ROLE_DIM, len(QUOTATIONS))
        self.drop = LockedDropout(0.1)

    def forward(self, hidden, rows, cue, distance):
        pooled = (cue.to(hidden.dtype).unsqueeze(1) @ hidden[rows]).squeeze(1) / cue.sum(1, keepdim=True)
        x = self.token(hidden)[rows] + self.condition(pooled).unsqueeze(1) + self.distance(distance)
        x = F.gelu(x) * (2 * torch.sigmoid(self.gate(pooled))).unsqueeze(1)
        x = x + F.gelu(self.mix(self.drop(x).transpose(1, 2)).transpose(1, 2))
        x = x + F.gelu(self.middle(self.drop(x)))
        tags = self.out(x)
        weight = tags.float().softmax(-1)[..., 3:].sum(-1, keepdim=True).to(x.dtype)
        content = (x * weight).sum(1) / (weight.sum(1) + 1e-3)
        return tags, self.quotation(torch.cat([content, self.condition(pooled)], -1))


def distances(first, last, length):
    """How far each piece is from a cue's pieces, in buckets: 0 inside, then 1 to 7 alone and growing, 32 and on behind."""
    at = torch.arange(length)
    away = torch.where(at < first, first - at, torch.where(at > last, at - last, torch.zeros_like(at))).float()
    bucket = torch.where(away < 8, away, 8 + 4 * torch.log2(away.clamp(min=8) / 8)).long().clamp(max=31)
    return bucket + torch.where(at > last, 32, 0)


class Tagger(nn.Module):
    """Parts of speech of words: hidden [.., 384] → logits [.., tag]."""

    def __init__(self, size, tags):
        super().__init__()
        self.out = nn.Linear(size, tags)

    def forward(self, hidden):
        return self.out(hidden)


def _with_one(x):
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Arcs(nn.Module):
    """words: float [batch, word, 384] of a sentence → head scores [batch, word, 1 + word], the root first (Dozat and Manning)."""

    def __init__(self, size):
        super().__init__()
        self.dependent, self.head = nn.Linear(size, ARC_DIM), nn.Linear(size, ARC_DIM)
        self.weight = nn.Parameter(torch.zeros(ARC_DIM + 1, ARC_DIM))
        nn.init.xavier_uniform_(self.weight)
        self.root = nn.Parameter(torch.randn(1, 1, size) * 0.02)
        self.drop = LockedDropout(0.2)

    def forward(self, words):
        heads = torch.cat([self.root.expand(words.size(0), 1, -1), words], 1)
        dependent = _with_one(self.drop(F.gelu(self.dependent(words))))
        return dependent @ self.weight @ self.drop(F.gelu(self.head(heads))).transpose(1, 2)


class Relations(nn.Module):
    """Relation of a word to its head: word, head float [pair, 384] → logits [pair, relation]. The root's head is zeros."""

    def __init__(self, size, relations):
        super().__init__()
        self.dependent, self.head = nn.Linear(size, RELATION_DIM), nn.Linear(size, RELATION_DIM)
        self.bilinear = nn.Parameter(torch.zeros(relations, RELATION_DIM + 1, RELATION_DIM + 1))
        nn.init.xavier_uniform_(self.bilinear)
        self.drop = LockedDropout(0.2)

    def forward(self, word, head):
        d = _with_one(self.drop(F.gelu(self.dependent(word))))
        h = _with_one(self.drop(F.gelu(self.head(head))))
        return torch.einsum("pi,rij,pj->pr", d, self.bilinear, h)


class Entities(nn.Module):
    """Every span of a sentence at once, so that entities may nest: words [batch, word, 384] → [batch, first, last, 1 + type]."""

    def __init__(self, size):
        super().__init__()
        types = 1 + len(ENTITY_TYPES)
        self.first, self.last = nn.Linear(size, ENTITY_DIM), nn.Linear(size, ENTITY_DIM)
        self.bilinear = nn.Parameter(torch.zeros(types, ENTITY_DIM + 1, ENTITY_DIM + 1))
        nn.init.xavier_uniform_(self.bilinear)
        self.drop = LockedDropout(0.2)

    def forward(self, words):
        first = _with_one(self.drop(F.gelu(self.first(words))))
        last = _with_one(self.drop(F.gelu(self.last(words))))
        return torch.einsum("bxi,tij,byj->bxyt", first, self.bilinear, last)


class Reader(nn.Module):
    def __init__(self, base, tags, relations):
        super().__init__()
        self.encoder = Encoder(base)
        size = self.encoder.bert.config.hidden_size
        self.drop = LockedDropout(0.1)
        self.cues, self.roles = Cues(size), Roles(size)
        self.tagger, self.arcs, self.relations = Tagger(size, tags), Arcs(size), Relations(size, relations)
        self.entities = Entities(size)

    def encode(self, ids, shapes, mask):
        return self.drop(self.encoder(ids, shapes, mask))
