"""Prints what was measured, and how it grows."""

import math

HEADINGS = ("corpus", "task", "program", "runs", "median s", "least..most", "cpu s", "MB/s", "peak MB",
            "of doccord's time")


def aligned(rows):
    """Lines of columns two blanks apart; numbers, which are all columns but the first three, to the right."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [cell.ljust(width) if i < 3 else cell.rjust(width) for i, (cell, width) in enumerate(zip(row, widths))]
        lines.append("  ".join(cells).rstrip())
    return lines


def figure_row(corpus, task, size, figure, doccord):
    head = (corpus, task, figure.program)
    if figure.problem:
        return (*head, *["-"] * (len(HEADINGS) - len(head)), figure.problem)
    ratio = f"{figure.median / doccord.median:.2f}" if figure is not doccord and not doccord.problem else ""
    seconds = [run.seconds for run in figure.runs]
    return (*head, str(len(seconds)), f"{figure.median:.4f}", f"{min(seconds):.4f}..{max(seconds):.4f}",
            f"{figure.cpu:.4f}", f"{size / 1e6 / figure.median:.1f}", f"{figure.megabytes:.1f}", ratio)


def print_figures(measured):
    """`measured`: (corpus, task, bytes, figures), doccord's figure first. Problems stand behind their row."""
    rows = [HEADINGS]
    for corpus, task, size, figures in measured:
        rows += [figure_row(corpus, task, size, figure, figures[0]) for figure in figures]
    lines = aligned([row[:len(HEADINGS)] for row in rows])
    for line, row in zip(lines, rows):
        print(line + (f"  {row[-1]}" if len(row) > len(HEADINGS) else ""))


def exponent(points):
    """The e of t = c * size^e that fits best, by least squares on logarithms; nothing below three points."""
    if len(points) < 3:
        return None
    logs = [(math.log(size), math.log(seconds)) for size, seconds in points]
    mean_x = sum(x for x, _ in logs) / len(logs)
    mean_y = sum(y for _, y in logs) / len(logs)
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum((x - mean_x) ** 2 for x, _ in logs)


def exponents(points):
    """Of the seconds by the clock and of those of the processors; `points`: (size, Figure)."""
    return (exponent([(size, figure.median) for size, figure in points]),
            exponent([(size, figure.cpu) for size, figure in points]))


def print_growth(growth):
    """`growth`: {over: {task: points}}. What is twice as much takes 2^exponent as long."""
    rows = [("over", "task", "median s at size", "exponent", "of cpu s")]
    for over, by_task in growth.items():
        for task, points in by_task.items():
            seconds = ", ".join(f"{figure.median:.3f} at {size}" for size, figure in points)
            rows.append((over, task, seconds, *("-" if e is None else f"{e:.2f}" for e in exponents(points))))
    print("\n".join(aligned(rows)))
