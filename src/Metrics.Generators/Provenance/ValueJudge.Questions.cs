using System;
using System.Collections.Generic;

namespace TypedMetrics.Generators.Provenance;

// Questions that are answered once for a compilation, and circles among them.
internal sealed partial class ValueJudge
{
    /// <summary>Questions within questions before the rest counts as unknown.</summary>
    private const int MaximumOpen = 120;

    /// <summary>How often a circle is gone round before its answer counts as found.</summary>
    private const int MaximumRounds = 4;

    private readonly Dictionary<Question, OpenQuestion> _open = [];
    private int _lowestOpen = int.MaxValue;
    private bool _isCut;

    /// <summary>
    /// The answer to a question. Within a circle a question is taken to add nothing, and where arguments change places on
    /// the way, the circle is gone round until nothing is added. An answer is kept only where its circle was entered, and
    /// only where no limit cut it short.
    /// </summary>
    private Judgement Ask(Question question, Func<Judgement> find)
    {
        if (_program.Answers.TryGetValue(question, out var known))
        {
            return known;
        }

        if (_open.TryGetValue(question, out var open))
        {
            _lowestOpen = Math.Min(_lowestOpen, open.Depth);
            open.IsMet = true;
            return open.Assumed;
        }

        if (_open.Count >= MaximumOpen || !HasStack())
        {
            _isCut = true;
            return Judgement.Unknown;
        }

        var (outerLowest, outerCut) = (_lowestOpen, _isCut);
        (_lowestOpen, _isCut) = (int.MaxValue, false);
        var own = new OpenQuestion(_open.Count);
        _open.Add(question, own);
        var judgement = find();
        for (var round = 1; own.IsMet && question.Kind != QuestionKind.Defined && round < MaximumRounds && !judgement.IsSameAs(own.Assumed); round++)
        {
            own.Assumed = judgement;
            judgement = find();
        }

        _open.Remove(question);
        var isComplete = _lowestOpen >= own.Depth;
        if (isComplete && !_isCut)
        {
            _program.Answers.TryAdd(question, judgement);
        }

        _lowestOpen = isComplete ? outerLowest : Math.Min(_lowestOpen, outerLowest);
        _isCut |= outerCut;
        return judgement;
    }

    private sealed class OpenQuestion(int depth)
    {
        public int Depth { get; } = depth;

        /// <summary>What the question is taken to be answered by, within its circle.</summary>
        public Judgement Assumed { get; set; } = Judgement.Bounded;

        public bool IsMet { get; set; }
    }
}
