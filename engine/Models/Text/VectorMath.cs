using System.Numerics;

namespace Catalog.Engine.Models.Text;

/// <summary>Dot products and lengths, as wide as the machine's vectors.</summary>
/// <remarks>
/// Sums are made in the machine's width, so their last bits may differ between machines; nothing that is saved or
/// compared between machines depends on them.
/// </remarks>
internal static class VectorMath
{
    /// <summary>The dot product of two vectors of equal length. O(length), allocates nothing.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        int width = Vector<float>.Count;
        Vector<float> even = Vector<float>.Zero, odd = Vector<float>.Zero;
        int i = 0;
        for (; i <= a.Length - (2 * width); i += 2 * width)
        {
            even += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
            odd += new Vector<float>(a[(i + width)..]) * new Vector<float>(b[(i + width)..]);
        }

        float sum = Vector.Sum(even + odd);
        for (; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    /// <summary>Gives a vector the length 1. O(length).</summary>
    /// <returns>False when it is zero and stays so.</returns>
    public static bool Normalize(Span<float> vector)
    {
        double sum = 0;
        foreach (float value in vector) sum += (double)value * value;
        if (sum <= 1e-30) return false;
        float scale = (float)(1 / Math.Sqrt(sum));
        for (int i = 0; i < vector.Length; i++) vector[i] *= scale;
        return true;
    }
}
