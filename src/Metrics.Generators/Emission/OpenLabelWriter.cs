using TypedMetrics.Generators.Model;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Emission;

/// <summary>
/// Writes the file of an open label's type: its members, and a holder for its values, which has no code of the user's, so
/// that a static initializer of the user's type that throws breaks no look-up.
/// </summary>
internal static class OpenLabelWriter
{
    public static string Write(OpenLabelModel label)
    {
        var writer = new SourceWriter();
        FileHead.Write(writer, label.SuppressedWarnings);
        writer.Line();
        if (label.Namespace.Length > 0)
        {
            writer.Block($"namespace {label.Namespace}", () => Type(writer, label, 0));
        }
        else
        {
            Type(writer, label, 0);
        }

        writer.Line();
        writer.Block($"namespace {RuntimeNames.GeneratedNamespace}", () => Holder(writer, label));
        return writer.ToString();
    }

    /// <summary>The argument that states when texts expire, behind others; nothing where they stay.</summary>
    public static string Expiry(double? seconds) => seconds is { } stated ? $", expireAfterSeconds: {Literal.Number(stated)}" : "";

    private static void Type(SourceWriter writer, OpenLabelModel label, int depth)
    {
        if (depth < label.Types.Count - 1)
        {
            writer.Block(label.Types[depth], () => Type(writer, label, depth + 1));
            return;
        }

        var maximum = SeriesText.Number(label.Maximum);
        var texts = DocumentationWriter.Texts(label.Maximum, label.ExpireAfter);
        writer.Line($"/// <remarks>An open label of {SeriesText.Number(label.Size)} values: {texts}, {LabelModel.OverflowText}, none.</remarks>");
        writer.Block($"readonly {label.Types[depth]} : {RuntimeNames.OpenLabel}<{label.Type}>", () =>
        {
            Value(writer, label);
            Texts(writer, label, maximum);
            Equality(writer, label);
        });
    }

    private static void Value(SourceWriter writer, OpenLabelModel label)
    {
        writer.Line(RuntimeNames.GeneratedCode);
        writer.Line("private readonly long __value;");
        writer.Line();
        writer.Line(RuntimeNames.GeneratedCode);
        writer.Line($"private {label.Name}(long value) => __value = value;");
        writer.Line();
        writer.Line(RuntimeNames.GeneratedCode);
        writer.Line($"static {RuntimeNames.OpenLabelValues} {RuntimeNames.OpenLabel}<{label.Type}>.Values => {Values(label)};");
        writer.Line();
        writer.Line(RuntimeNames.GeneratedCode);
        writer.Line($"long {RuntimeNames.OpenLabel}<{label.Type}>.Value => __value;");
        writer.Line();
    }

    private static void Texts(SourceWriter writer, OpenLabelModel label, string maximum)
    {
        foreach (var type in new[] { "string?", "global::System.ReadOnlySpan<char>" })
        {
            writer.Line("/// <summary>The label value of a text. A text that is known costs no lock and no memory.</summary>");
            writer.Line("/// <param name=\"text\">The text; without one the value is empty, as <see langword=\"default\"/> is.</param>");
            writer.Line($"/// <returns>The value; one that metrics count as <c>{LabelModel.OverflowText}</c> where {maximum} other texts {(label.ExpireAfter is null ? "came first" : "are in its place")}.</returns>");
            writer.Line(RuntimeNames.GeneratedCode);
            writer.Line($"public static {label.Type} Of({type} text) => new {label.Type}({Values(label)}.Intern(text));");
            writer.Line();
        }

        writer.Line($"/// <summary>The text, as scrapes show it: empty for <see langword=\"default\"/>, <c>{LabelModel.OverflowText}</c> for what did not fit.</summary>");
        writer.Line(RuntimeNames.GeneratedCode);
        writer.Line($"public string Text => {Values(label)}.TextOf(__value);");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line(RuntimeNames.GeneratedCode);
        writer.Line("public override string ToString() => Text;");
        writer.Line();
    }

    private static void Equality(SourceWriter writer, OpenLabelModel label)
    {
        Member("/// <inheritdoc/>", $"public bool Equals({label.Type} other) => {Values(label)}.AreEqual(__value, other.__value);");
        Member("/// <inheritdoc/>", $"public override bool Equals(object? obj) => obj is {label.Type} other && Equals(other);");
        Member("/// <inheritdoc/>", $"public override int GetHashCode() => {Values(label)}.HashOf(__value);");
        Member("/// <summary>Whether both are the same label value.</summary>", $"public static bool operator ==({label.Type} left, {label.Type} right) => left.Equals(right);");
        writer.Line("/// <summary>Whether they are different label values.</summary>");
        writer.Line(RuntimeNames.GeneratedCode);
        writer.Line($"public static bool operator !=({label.Type} left, {label.Type} right) => !left.Equals(right);");

        void Member(string documentation, string code)
        {
            writer.Line(documentation);
            writer.Line(RuntimeNames.GeneratedCode);
            writer.Line(code);
            writer.Line();
        }
    }

    private static void Holder(SourceWriter writer, OpenLabelModel label)
    {
        writer.Line($"/// <summary>Holds the values of {label.Type.Replace("global::", "")}.</summary>");
        writer.Line(RuntimeNames.GeneratedCode);
        writer.Line(RuntimeNames.Hidden);
        writer.Block($"internal static class {label.HolderName}", () => writer.Line(
            $"internal static readonly {RuntimeNames.OpenLabelValues} Values = new {RuntimeNames.OpenLabelValues}(maximum: {Literal.Number(label.Maximum)}{Expiry(label.ExpireAfter)});"));
    }

    private static string Values(OpenLabelModel label) => $"global::{RuntimeNames.GeneratedNamespace}.{label.HolderName}.Values";
}
