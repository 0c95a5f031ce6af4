using System.Text;

namespace TypedMetrics.Runtime.Tests.Exposition;

/// <summary>
/// A tiny reader of the text formats that shares no code with the writers: one sample per line,
/// <c>name{label="value",…} value</c>.
/// </summary>
internal static class ExpositionParser
{
    public sealed record Sample(string Name, List<(string Name, string Value)> Labels, string Value);

    public static List<Sample> Parse(string text)
    {
        var samples = new List<Sample>();
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0 && line[0] != '#')
            {
                samples.Add(ParseSample(line));
            }
        }

        return samples;
    }

    private static Sample ParseSample(string line)
    {
        var position = 0;
        var name = Until(line, ref position, c => !char.IsAsciiLetterOrDigit(c) && c is not ('_' or ':'));
        var labels = new List<(string, string)>();
        if (line[position] == '{')
        {
            position++;
            while (line[position] != '}')
            {
                var label = Until(line, ref position, c => c == '=');
                Expect(line, ref position, "=\"");
                labels.Add((label, Quoted(line, ref position)));
                if (line[position] == ',')
                {
                    position++;
                    Assert.NotEqual('}', line[position]);
                }
            }

            position++;
        }

        Expect(line, ref position, " ");
        var value = line[position..];
        Assert.DoesNotContain(' ', value);
        Assert.NotEmpty(value);
        return new Sample(name, labels, value);
    }

    private static string Quoted(string line, ref int position)
    {
        var text = new StringBuilder();
        while (line[position] != '"')
        {
            var c = line[position++];
            text.Append(c != '\\' ? c : line[position++] switch
            {
                'n' => '\n',
                '\\' => '\\',
                '"' => '"',
                var other => throw new FormatException($"undefined escape \\{other}"),
            });
        }

        position++;
        return text.ToString();
    }

    private static string Until(string line, ref int position, Func<char, bool> isEnd)
    {
        var start = position;
        while (!isEnd(line[position]))
        {
            position++;
        }

        return line[start..position];
    }

    private static void Expect(string line, ref int position, string text)
    {
        Assert.Equal(text, line.Substring(position, text.Length));
        position += text.Length;
    }
}
