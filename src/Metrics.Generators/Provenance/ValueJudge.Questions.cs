using System;
using System.Collections.Generic;

namespace TypedMetrics.Generators.Provenance;

// Questions that are answered once for a compilation, and circles among them.
internal sealed partial class ValueJudge
{
    /// <summary>Questions within questions before the rest counts as unknown.</summary>
    private const int MaximumOpen = 100;

    /// <summary>How often a circle is gone round before its answer counts as found.</summary>
    private const int MaximumRounds = 4;

    /// <summary>A question that takes this much of a use's expressions is not asked again: its answer is kept as far as it went.</summary>
    private const int LargeQuestion = MaximumQuestions / 3;

    private readonly Dictionary<Question, OpenQuestion> _open = [];
    private readonly Dictionary<Question, Provisional> _provisional = [];
    private readonly List<Question> _provisionalOrder = [];
    private int _lowestOpen = int.MaxValue;
    private bool _isCut;

    /// <summary>
    /// The answer to a question. Within a circle a question is taken to add nothing, and where arguments change places on
    /// the way, the circle is gone round until nothing is added. An answer is kept for the compilation where its circle was
    /// entered and no limit cut it short; on the way round, it holds until the circle is gone round again.
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

        if (_provisional.TryGetValue(question, out var found))
        {
            _lowestOpen = found.LowestOpen < _open.Count ? Math.Min(_lowestOpen, found.LowestOpen) : _lowestOpen;
            _isCut |= found.IsCut;
            return found.Judgement;
        }

        if (_open.Count >= MaximumOpen || _questions >= MaximumQuestions || !HasStack())
        {
            _isCut = true;
            return Judgement.Unknown;
        }

        return Find(question, find);
    }

    private Judgement Find(Question question, Func<Judgement> find)
    {
        var (outerLowest, outerCut, started, provisional) = (_lowestOpen, _isCut, _questions, _provisionalOrder.Count);
        (_lowestOpen, _isCut) = (int.MaxValue, false);
        var own = new OpenQuestion(_open.Count);
        _open.Add(question, own);
        var judgement = find();
        for (var round = 1; own.IsMet && question.Kind != QuestionKind.Defined && round < MaximumRounds && !judgement.IsSameAs(own.Assumed); round++)
        {
            own.Assumed = judgement;
            EndProvisional(provisional, keep: false);
            judgement = find();
        }

        _open.Remove(question);
        var isComplete = _lowestOpen >= own.Depth;
        if (isComplete && (!_isCut || _questions - started >= LargeQuestion))
        {
            EndProvisional(provisional, keep: true);
            _program.Answers.TryAdd(question, judgement);
        }
        else
        {
            _provisional[question] = new Provisional(judgement, _lowestOpen, _isCut);
            _provisionalOrder.Add(question);
        }

        _lowestOpen = isComplete ? outerLowest : Math.Min(_lowestOpen, outerLowest);
        _isCut |= outerCut;
        return judgement;
    }

    /// <summary>Ends the answers that were found on the way since a question was opened; kept for good where its circle has been closed.</summary>
    private void EndProvisional(int from, bool keep)
    {
        for (var i = from; i < _provisionalOrder.Count; i++)
        {
            var question = _provisionalOrder[i];
            if (keep && _provisional.TryGetValue(question, out var found) && !found.IsCut)
            {
                _program.Answers.TryAdd(question, found.Judgement);
            }

            _provisional.Remove(question);
        }

        _provisionalOrder.RemoveRange(from, _provisionalOrder.Count - from);
    }

    private sealed class OpenQuestion(int depth)
    {
        public int Depth { get; } = depth;

        /// <summary>What the question is taken to be answered by, within its circle.</summary>
        public Judgement Assumed { get; set; } = Judgement.Bounded;

        public bool IsMet { get; set; }
    }

    /// <summary>An answer that depends on a question which is still open.</summary>
    private sealed class Provisional(Judgement judgement, int lowestOpen, bool isCut)
    {
        public Judgement Judgement { get; } = judgement;

        /// <summary>The depth of the outermost open question that it depends on.</summary>
        public int LowestOpen { get; } = lowestOpen;

        public bool IsCut { get; } = isCut;
    }
}
