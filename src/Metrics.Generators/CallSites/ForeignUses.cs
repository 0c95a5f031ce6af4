using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedMetrics.Generators.Cardinality;
using TypedMetrics.Generators.Provenance;

namespace TypedMetrics.Generators.CallSites;

/// <summary>Turns the contents of arguments into uses of labels. One for a compilation; safe for concurrent use.</summary>
internal sealed class ForeignUses
{
    private readonly Projection? _pairValue;

    public ForeignUses(Compilation compilation)
    {
        var pair = compilation.GetTypesByMetadataName("System.Collections.Generic.KeyValuePair`2").FirstOrDefault();
        _pairValue = pair?.GetMembers("Value").FirstOrDefault() is { } value ? Projection.Member(value, null) : null;
    }

    /// <summary>A use for each pair that the argument hands over.</summary>
    public IEnumerable<LabelUse> OfPairs(FunctionBody body, IArgumentOperation argument, Func<IOperation?, OpenLabel> label) =>
        argument.ArgumentKind == ArgumentKind.DefaultValue ? [] : OfPairs(body, argument.Value, argument.Syntax, label);

    public IEnumerable<LabelUse> OfPairs(FunctionBody body, IOperation value, SyntaxNode at, Func<IOperation?, OpenLabel> label) =>
        Contents.Of(body, ContentKind.Pairs, value, at).OrderBy(static content => content.IsWhole).Select(content => new LabelUse(
            label(content.Key),
            content.Value,
            ValueLocation.Of(content.Value, content.At),
            content.IsWhole ? _pairValue : null)
        { IsWhole = content.IsWhole });

    /// <summary>A use for each text that the argument hands over; the label is asked for by the text's place.</summary>
    public static IEnumerable<LabelUse> OfTexts(FunctionBody body, IArgumentOperation argument, Func<int?, OpenLabel> label) =>
        argument.ArgumentKind == ArgumentKind.DefaultValue
            ? []
            : Contents.Of(body, ContentKind.Texts, argument.Value, argument.Syntax).OrderBy(static content => content.IsWhole).Select(content =>
                new LabelUse(label(content.Ordinal), content.Value, ValueLocation.Of(content.Value, content.At)) { IsWhole = content.IsWhole });
}
