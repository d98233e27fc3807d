using System.Numerics;

namespace Catalog.Engine.Models.Tables;

/// <summary>Sums over dense vectors, several numbers at a time.</summary>
internal static class Dense
{
    /// <summary>The inner product of two vectors of one length. O(n).</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        Vector<double> sums = Vector<double>.Zero;
        int i = 0;
        for (; i <= left.Length - Vector<double>.Count; i += Vector<double>.Count)
            sums += new Vector<double>(left[i..]) * new Vector<double>(right[i..]);
        double sum = Vector.Sum(sums);
        for (; i < left.Length; i++) sum += left[i] * right[i];
        return sum;
    }

    /// <summary>Adds <paramref name="factor"/> times a vector to another. O(n).</summary>
    public static void AddScaled(ReadOnlySpan<double> values, double factor, Span<double> into)
    {
        var factors = new Vector<double>(factor);
        int i = 0;
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(into[i..]) + (new Vector<double>(values[i..]) * factors)).CopyTo(into[i..]);
        for (; i < values.Length; i++) into[i] += values[i] * factor;
    }
}
