using System;
using System.Text;

namespace TypedMetrics.Generators.Emission;

/// <summary>Writes lines of C#, indented by the braces around them, each ended by <c>\n</c>.</summary>
internal sealed class SourceWriter
{
    private const int Step = 4;
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string text = "")
    {
        if (text.Length > 0)
        {
            _text.Append(' ', _depth * Step).Append(text);
        }

        _text.Append('\n');
    }

    /// <summary>Lines that stand as they are, wherever they are written.</summary>
    public void Verbatim(Action<StringBuilder> text)
    {
        text(_text);
        _text.Append('\n');
    }

    /// <summary>An opening brace on a line of its own.</summary>
    public void Open()
    {
        Line("{");
        _depth++;
    }

    /// <summary>The closing brace.</summary>
    /// <param name="after">What follows it on its line.</param>
    public void Close(string after = "")
    {
        _depth--;
        Line("}" + after);
    }

    /// <summary>A head and, in braces, what the action writes.</summary>
    public void Block(string head, Action body)
    {
        Line(head);
        Open();
        body();
        Close();
    }

    /// <summary>Indents what the action writes.</summary>
    public void Indented(Action body)
    {
        _depth++;
        body();
        _depth--;
    }

    public override string ToString() => _text.ToString();
}
