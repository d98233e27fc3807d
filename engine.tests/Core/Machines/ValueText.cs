using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Catalog.Engine.Booking;

namespace Catalog.Engine.Tests.Core.Machines;

/// <summary>Everything there is in a value as text, so that two values can be compared to the last field.</summary>
internal static class ValueText
{
    internal static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value)
    {
        if (value is null) text.Append("null");
        else if (value is string or Enum or DateOnly || value.GetType().IsPrimitive)
            text.Append(CultureInfo.InvariantCulture, $"{value}");
        else if (value is SeatPlan plan) text.Append(CultureInfo.InvariantCulture, $"plan {plan.ContentHash}");
        else if (value is IEnumerable many) AppendMany(text, many);
        else AppendFields(text, value);
    }

    private static void AppendMany(StringBuilder text, IEnumerable many)
    {
        IEnumerable<string> parts = many.Cast<object?>().Select(Of);
        text.Append('[').AppendJoin(" | ", many is IDictionary ? parts.Order(StringComparer.Ordinal) : parts);
        text.Append(']');
    }

    private static void AppendFields(StringBuilder text, object value)
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        text.Append(value.GetType().Name).Append('{');
        foreach (FieldInfo field in value.GetType().GetFields(All).OrderBy(each => each.Name, StringComparer.Ordinal))
        {
            text.Append(field.Name).Append('=');
            Append(text, field.GetValue(value));
            text.Append("; ");
        }

        text.Append('}');
    }
}
