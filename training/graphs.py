"""The trained heads as plain graphs for ONNX Runtime: matrices transposed beforehand, one window or sentence a call."""

import math

import torch
import torch.nn.functional as F
from torch import nn


class Product(nn.Module):
    """x @ weight + bias, which becomes a MatMul that quantizes; a Linear would become a Gemm, which does not."""

    def __init__(self, linear):
        super().__init__()
        self.weight = nn.Parameter(linear.weight.detach().t().contiguous(), requires_grad=False)
        self.bias = nn.Parameter(linear.bias.detach().clone(), requires_grad=False)

    def forward(self, x):
        return x @ self.weight + self.bias


class SmallTable(nn.Module):
    """The word embeddings, int8 with a scale for each row."""

    def __init__(self, embedding):
        super().__init__()
        weight = embedding.weight.detach()
        scale = weight.abs().amax(1).clamp(min=1e-8) / 127
        self.register_buffer("table", torch.round(weight / scale.unsqueeze(1)).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids):
        return self.table[ids].float() * self.scale[ids].unsqueeze(-1)


class Layer(nn.Module):
    def __init__(self, layer, heads):
        super().__init__()
        attention = layer.attention
        self.heads = heads
        self.query, self.key, self.value = (
            Product(getattr(attention.self, name)) for name in ("query", "key", "value")
        )
        self.joined, self.first_norm = Product(attention.output.dense), attention.output.LayerNorm
        self.wide, self.narrow = Product(layer.intermediate.dense), Product(layer.output.dense)
        self.last_norm = layer.output.LayerNorm

    def forward(self, x):
        size = x.size(-1)
        query, key, value = (
            part(x).view(-1, self.heads, size // self.heads).transpose(0, 1)
            for part in (self.query, self.key, self.value)
        )
        weights = (query @ key.transpose(1, 2) / math.sqrt(size // self.heads)).softmax(-1)
        x = self.first_norm(x + self.joined((weights @ value).transpose(0, 1).reshape(-1, size)))
        return self.last_norm(x + self.narrow(F.gelu(self.wide(x))))


class EncoderGraph(nn.Module):
    """ids, shapes: int64 [2 + piece], with the marks of start and end → hidden, cues, tags of the pieces between."""

    def __init__(self, reader):
        super().__init__()
        bert = reader.encoder.bert
        self.words, self.shape = SmallTable(bert.embeddings.word_embeddings), reader.encoder.shape
        kind = bert.embeddings.token_type_embeddings.weight[0]
        self.position = nn.Parameter((bert.embeddings.position_embeddings.weight + kind).detach(), requires_grad=False)
        self.norm = bert.embeddings.LayerNorm
        self.layers = nn.ModuleList(Layer(each, bert.config.num_attention_heads) for each in bert.encoder.layer)
        self.cues, self.tags = Product(reader.cues.out), Product(reader.tagger.out)

    def forward(self, ids, shapes):
        x = self.norm(self.words(ids) + self.shape(shapes) + self.position[: ids.size(0)])
        for layer in self.layers:
            x = layer(x)
        hidden = x[1:-1]
        return hidden, self.cues(hidden).log_softmax(-1), self.tags(hidden).log_softmax(-1)


class SentenceGraph(nn.Module):
    """ids: int64 [2 + piece] of one text, with the marks of start and end → vector [1, size], the mean, of length 1."""

    def __init__(self, bert, longest):
        super().__init__()
        self.words = SmallTable(bert.embeddings.word_embeddings)
        kind = bert.embeddings.token_type_embeddings.weight[0]
        position = (bert.embeddings.position_embeddings.weight[:longest] + kind).detach()
        self.position = nn.Parameter(position, requires_grad=False)
        self.norm = bert.embeddings.LayerNorm
        self.layers = nn.ModuleList(Layer(each, bert.config.num_attention_heads) for each in bert.encoder.layer)

    def forward(self, ids):
        x = self.norm(self.words(ids) + self.position[: ids.size(0)])
        for layer in self.layers:
            x = layer(x)
        return F.normalize(x.mean(0, keepdim=True), dim=-1)


class Neighbours(nn.Module):
    """A convolution over pieces as one product over each piece and its neighbours, which quantizes."""

    def __init__(self, convolution):
        super().__init__()
        self.reach = convolution.padding[0]
        out = convolution.weight.size(0)
        self.weight = nn.Parameter(convolution.weight.detach().permute(2, 1, 0).reshape(-1, out), requires_grad=False)
        self.bias = nn.Parameter(convolution.bias.detach().clone(), requires_grad=False)

    def forward(self, x):
        edge = torch.zeros_like(x[:, :1])
        padded = torch.cat([edge] * self.reach + [x] + [edge] * self.reach, 1)
        width, count = 2 * self.reach + 1, x.size(1)
        return torch.cat([padded[:, at : at + count] for at in range(width)], -1) @ self.weight + self.bias


class RolesGraph(nn.Module):
    """hidden [piece, size], cue [cue, piece], distance int64 [cue, piece] → roles [cue, piece, 5], quotation [cue, 3]."""

    def __init__(self, reader):
        super().__init__()
        roles = reader.roles
        self.token, self.condition, self.gate = Product(roles.token), Product(roles.condition), Product(roles.gate)
        self.distance, self.mix = roles.distance, Neighbours(roles.mix)
        self.middle, self.out, self.quotation = Product(roles.middle), Product(roles.out), Product(roles.quotation)

    def forward(self, hidden, cue, distance):
        pooled = cue @ hidden / cue.sum(1, keepdim=True)
        condition = self.condition(pooled)
        x = self.token(hidden).unsqueeze(0) + condition.unsqueeze(1) + self.distance(distance)
        x = F.gelu(x) * (2 * torch.sigmoid(self.gate(pooled))).unsqueeze(1)
        x = x + F.gelu(self.mix(x))
        x = x + F.gelu(self.middle(x))
        tags = self.out(x)
        weight = tags.softmax(-1)[..., 3:].sum(-1, keepdim=True)
        content = (x * weight).sum(1) / (weight.sum(1) + 1e-3)
        return tags.log_softmax(-1), self.quotation(torch.cat([content, condition], -1)).log_softmax(-1)


class Halves(nn.Module):
    """A large parameter kept in 16 bits and used in 32."""

    def __init__(self, parameter):
        super().__init__()
        self.register_buffer("kept", parameter.detach().half())

    def forward(self):
        return self.kept.float()


def _with_one(x):
    return torch.cat([x, torch.ones_like(x[:, :1])], 1)


class ParseGraph(nn.Module):
    """words [word, size] of a sentence → arcs [word, 1 + word], entities [first word, last word, 1 + type]."""

    def __init__(self, reader):
        super().__init__()
        self.root, self.weight = reader.arcs.root, reader.arcs.weight
        self.dependent, self.head = Product(reader.arcs.dependent), Product(reader.arcs.head)
        self.first, self.last = Product(reader.entities.first), Product(reader.entities.last)
        self.bilinear = Halves(reader.entities.bilinear)

    def forward(self, words):
        heads = F.gelu(self.head(torch.cat([self.root[0], words])))
        arcs = _with_one(F.gelu(self.dependent(words))) @ self.weight @ heads.t()
        first, last = _with_one(F.gelu(self.first(words))), _with_one(F.gelu(self.last(words)))
        spans = (first.unsqueeze(0) @ self.bilinear()) @ last.t()
        return arcs.log_softmax(-1), spans.permute(1, 2, 0).log_softmax(-1)


class RelationsGraph(nn.Module):
    """words [word, size], heads int64 [word], 0 the root → relations [word, relation]."""

    def __init__(self, reader):
        super().__init__()
        self.dependent, self.head = Product(reader.relations.dependent), Product(reader.relations.head)
        self.bilinear = Halves(reader.relations.bilinear)

    def forward(self, words, heads):
        with_root = torch.cat([torch.zeros_like(words[:1]), words])
        dependent = _with_one(F.gelu(self.dependent(words)))
        head = _with_one(F.gelu(self.head(with_root[heads])))
        scores = ((dependent.unsqueeze(0) @ self.bilinear()) * head.unsqueeze(0)).sum(-1)
        return scores.t().log_softmax(-1)


GRAPHS = {
    "encoder": (EncoderGraph, ["ids", "shapes"], ["hidden", "cues", "tags"]),
    "roles": (RolesGraph, ["hidden", "cue", "distance"], ["roles", "quotation"]),
    "parse": (ParseGraph, ["words"], ["arcs", "entities"]),
    "relations": (RelationsGraph, ["words", "heads"], ["relations"]),
}


def example(name, length=9, cues=2):
    """Inputs of a graph, and which of their dimensions vary."""
    ids = torch.randint(1000, 9000, (length + 2,))
    hidden = torch.randn(length, 384)
    cue = torch.zeros(cues, length)
    cue[:, 3] = 1
    return {
        "encoder": ((ids, torch.zeros_like(ids)), ({0: "marked"}, {0: "marked"})),
        "roles": (
            (hidden, cue, torch.randint(0, 63, (cues, length))),
            ({0: "piece"}, {0: "cue", 1: "piece"}, {0: "cue", 1: "piece"}),
        ),
        "parse": ((hidden,), ({0: "word"},)),
        "relations": ((hidden, torch.randint(0, length, (length,))), ({0: "word"}, {0: "word"})),
    }[name]
