using System;

namespace TypedMetrics.Generators.Findings;

/// <summary>
/// What makes a finding the same one after code around it has changed: its rule, its file and the text of its line, but
/// not the line's number or indentation.
/// </summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="File">The file, relative to the folder of <see cref="FindingsFile"/>, with slashes; <c>-</c> for a finding without a place.</param>
/// <param name="Text">The line's text with single blanks, cut to a length that a diff can show.</param>
internal readonly record struct FindingKey(string Rule, string File, string Text)
{
    private const int MaximumText = 160;
    private const string NoFile = "-";

    public static FindingKey Of(string rule, string folder, string? file, string line)
    {
        var text = string.Join(" ", line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new(rule, RelativeTo(folder, file), text.Length > MaximumText ? text.Substring(0, MaximumText).TrimEnd() : text);
    }

    private static string RelativeTo(string folder, string? file)
    {
        if (string.IsNullOrEmpty(file))
        {
            return NoFile;
        }

        var root = folder.Replace('\\', '/').TrimEnd('/') + "/";
        var path = file!.Replace('\\', '/');
        return Uri.TryCreate(root, UriKind.Absolute, out var from) && Uri.TryCreate(path, UriKind.Absolute, out var to)
            ? Uri.UnescapeDataString(from.MakeRelativeUri(to).ToString())
            : path;
    }
}
