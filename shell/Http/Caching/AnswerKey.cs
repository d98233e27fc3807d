using System.Globalization;
using System.Text;

namespace Catalog.Shell.Http.Caching;

/// <summary>Names an answer: what was asked, and which state it was made of. Immutable.</summary>
/// <param name="Question">What was asked, exactly.</param>
/// <param name="Version">The state; another one, another answer.</param>
public readonly record struct AnswerKey(string Question, ulong Version)
{
    /// <summary>Makes a key; parts that differ make keys that differ, whatever people write into them.</summary>
    /// <param name="version">The state.</param>
    /// <param name="name">What kind of question it is.</param>
    /// <param name="parts">What it asks for.</param>
    public static AnswerKey Of(ulong version, string name, params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder(name);
        foreach (string? part in parts)
        {
            if (part is null) text.Append("|-");
            else text.Append(CultureInfo.InvariantCulture, $"|{part.Length}.{part}");
        }

        return new AnswerKey(text.ToString(), version);
    }
}
