namespace Beian.Web.Scanning.Qr;

/// <summary>Corrects a block of codewords (ISO/IEC 18004, 7.5 and annex B): arithmetic over 256 numbers, modulo x⁸ + x⁴ + x³ + x² + 1.</summary>
internal static class ReedSolomon
{
    private static readonly byte[] _powers = new byte[510];
    private static readonly byte[] _logarithms = new byte[256];

    static ReedSolomon()
    {
        for (var (i, value) = (0, 1); i < 255; i++)
        {
            (_powers[i], _powers[i + 255], _logarithms[value]) = ((byte)value, (byte)value, (byte)i);
            value = value << 1 ^ (value > 127 ? 0x11D : 0);
        }
    }

    /// <summary>Corrects a block in place.</summary>
    /// <param name="correction">How many of its last codewords are there for correction; half as many faults can be mended.</param>
    /// <returns>Whether it is in order now.</returns>
    public static bool Correct(Span<byte> block, int correction)
    {
        Span<byte> syndromes = stackalloc byte[correction];
        if (!Syndromes(block, syndromes))
            return true;
        Span<byte> locator = stackalloc byte[correction + 1];
        var faults = Locate(syndromes, locator);
        if (faults == 0 || faults > correction / 2)
            return false;
        locator = locator[..(faults + 1)];
        Span<byte> evaluator = stackalloc byte[faults];
        for (var i = 0; i < faults; i++)
        {
            for (var j = 0; j <= i; j++)
                evaluator[i] ^= Times(locator[j], syndromes[i - j]);
        }
        var mended = 0;
        for (var place = 0; place < block.Length; place++)
        {
            // The codeword at this place stands before x to this power.
            var power = block.Length - 1 - place;
            var inverse = _powers[(255 - power % 255) % 255];
            if (At(locator, inverse) != 0)
                continue;
            // Forney: the evaluator over the locator's derivative, of which the odd terms are left.
            byte derivative = 0;
            for (var i = 1; i <= faults; i += 2)
                derivative ^= Times(locator[i], Power(inverse, i - 1));
            if (derivative == 0)
                return false;
            block[place] ^= Times(_powers[power % 255], Divide(At(evaluator, inverse), derivative));
            mended++;
        }
        return mended == faults && !Syndromes(block, syndromes);
    }

    /// <returns>Whether any is not nought, and so something wrong.</returns>
    private static bool Syndromes(ReadOnlySpan<byte> block, Span<byte> syndromes)
    {
        byte any = 0;
        for (var i = 0; i < syndromes.Length; i++)
        {
            byte sum = 0;
            foreach (var codeword in block)
                sum = (byte)(Times(sum, _powers[i]) ^ codeword);
            syndromes[i] = sum;
            any |= sum;
        }
        return any != 0;
    }

    /// <summary>Berlekamp and Massey: the shortest polynomial whose roots tell where the faults are.</summary>
    /// <returns>Its degree.</returns>
    private static int Locate(ReadOnlySpan<byte> syndromes, Span<byte> locator)
    {
        Span<byte> before = stackalloc byte[locator.Length];
        Span<byte> kept = stackalloc byte[locator.Length];
        (locator[0], before[0]) = (1, 1);
        var (degree, shift, lastGap) = (0, 1, (byte)1);
        for (var n = 0; n < syndromes.Length; n++)
        {
            var gap = syndromes[n];
            for (var i = 1; i <= degree; i++)
                gap ^= Times(locator[i], syndromes[n - i]);
            if (gap == 0)
            {
                shift++;
                continue;
            }
            locator.CopyTo(kept);
            var factor = Divide(gap, lastGap);
            for (var i = shift; i < locator.Length; i++)
                locator[i] ^= Times(factor, before[i - shift]);
            if (2 * degree > n)
            {
                shift++;
                continue;
            }
            degree = n + 1 - degree;
            kept.CopyTo(before);
            (lastGap, shift) = (gap, 1);
        }
        return degree;
    }

    private static byte At(ReadOnlySpan<byte> polynomial, byte x)
    {
        byte sum = 0;
        for (var i = polynomial.Length - 1; i >= 0; i--)
            sum = (byte)(Times(sum, x) ^ polynomial[i]);
        return sum;
    }

    private static byte Times(byte a, byte b) => a == 0 || b == 0 ? (byte)0 : _powers[_logarithms[a] + _logarithms[b]];

    private static byte Divide(byte a, byte b) => a == 0 ? (byte)0 : _powers[_logarithms[a] + 255 - _logarithms[b]];

    private static byte Power(byte x, int exponent) =>
        exponent == 0 ? (byte)1
        : x == 0 ? (byte)0
        : _powers[_logarithms[x] * exponent % 255];
}
