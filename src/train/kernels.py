"""The trainer's kernels (kernels.c), compiled once into the build folder and wrapped for PyTorch."""
import ctypes
import hashlib
import os
import subprocess

import numpy as np
import torch

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.environ.get("NEWSGLOSS_TRAIN_BUILD", os.path.join(HERE, "../../build/train"))


def _load():
    source = os.path.join(HERE, "kernels.c")
    key = hashlib.sha256(open(source, "rb").read()).hexdigest()[:12]
    path = os.path.join(BUILD, f"kernels-{key}.so")
    if not os.path.exists(path):
        os.makedirs(BUILD, exist_ok=True)
        subprocess.run(["gcc", "-O3", "-march=native", "-ffast-math", "-shared", "-fPIC", "-o", f"{path}.{os.getpid()}",
                        source, "-lm"], check=True)
        os.replace(f"{path}.{os.getpid()}", path)
    library = ctypes.CDLL(path)
    library.crf_loss.restype = ctypes.c_double
    return library


C = _load()


def at(array):
    """The address of a tensor's or an array's data."""
    return ctypes.c_void_p(array.data_ptr() if isinstance(array, torch.Tensor) else array.ctypes.data)


class Gru(torch.autograd.Function):
    """One direction of a GRU layer over input gates X[T, B, 3H] with recurrent weights U[H, 3H]."""

    @staticmethod
    def forward(ctx, X, U, lengths, reverse, levels):
        X, U = X.contiguous(), U.contiguous()
        T, B, N = X.shape
        H = N // 3
        G, A, exact, given = torch.empty_like(X), torch.empty_like(X), torch.empty(T, B, H), torch.empty(T, B, H)
        C.gru_forward(at(X), at(U), at(lengths), T, B, H, int(reverse), ctypes.c_float(levels), at(G), at(A), at(exact), at(given))
        ctx.save_for_backward(U, lengths, G, A, exact, given)
        ctx.reverse = reverse
        return given

    @staticmethod
    def backward(ctx, d):
        U, lengths, G, A, exact, given = ctx.saved_tensors
        T, B, H = exact.shape
        d, dG, dU = d.contiguous(), torch.empty_like(G), torch.empty_like(U)
        C.gru_backward(at(U), at(lengths), T, B, H, int(ctx.reverse), at(G), at(A), at(exact), at(given), at(d), at(dG), at(dU))
        return dG, dU, None, None, None


class CrfLoss(torch.autograd.Function):
    """Summed cross-entropy of what is taught (marginals q[B, T, K], expected transitions pairs[K, K] summed over the
    batch) under emissions [B, T, K]."""

    @staticmethod
    def forward(ctx, emissions, transitions, start, end, q, pairs, lengths):
        emissions, transitions = emissions.contiguous(), transitions.contiguous()
        B, T, K = emissions.shape
        gradients = [torch.empty_like(emissions), torch.empty(K, K), torch.empty(K), torch.empty(K)]
        loss = C.crf_loss(at(emissions), at(transitions), at(start), at(end), at(q), at(pairs), at(lengths), B, T, K,
                          *map(at, gradients))
        ctx.save_for_backward(*gradients)
        return torch.tensor(float(loss))

    @staticmethod
    def backward(ctx, d):
        return (*[d * g for g in ctx.saved_tensors], None, None, None)


def expectations(emissions, transitions, start, end):
    """(marginals [L, K], expected transitions [K, K]) of one sequence, emissions [L, K] (contiguous)."""
    L, K = emissions.shape
    p, pairs = np.zeros((L, K), np.float32), np.zeros((K, K), np.float32)
    C.crf_expectations(at(emissions), at(transitions), at(start), at(end), L, K, at(p), at(pairs))
    return p, pairs


def viterbi(emissions, transitions, start, end):
    """Best labels of one sequence, emissions [L, K] (contiguous)."""
    L, K = emissions.shape
    out = np.zeros(L, np.int32)
    C.viterbi(at(emissions), at(transitions), at(start), at(end), L, K, at(out))
    return out


def span_posteriors(emissions, transitions, start, end, floor=0.05):
    """[(type index, first, last exclusive, probability)] of one sequence."""
    L, K = emissions.shape
    room = 64 * L + 64
    spans, chance = np.zeros((room, 3), np.int32), np.zeros(room, np.float32)
    n = C.span_posteriors(at(emissions), at(transitions), at(start), at(end), L, K, ctypes.c_float(floor), room, at(spans), at(chance))
    return [(*map(int, spans[i]), float(chance[i])) for i in range(n)]
