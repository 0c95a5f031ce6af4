using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace TypedMetrics.Exposition;

/// <summary>
/// Numbers as Prometheus writes them: the shortest digits that read back as the same double, laid out as Go's
/// <c>strconv.FormatFloat(f, 'g', -1, 64)</c> does. Plain from 1e-04 up to below 1e+06, else with an exponent of at least
/// two digits.
/// </summary>
internal static class Number
{
    /// <summary>More bytes than any number takes: <c>-2.2250738585072014e-308</c> has 24.</summary>
    public const int MaximumLength = 32;

    private const ulong Small = 10_000;
    private const int SmallLength = 4;
    private const int FirstExponentForm = 6;
    private const int LastExponentForm = -5;

    /// <summary>Writes an integer, which looks the same in both text formats.</summary>
    /// <returns>The bytes written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(long value, Span<byte> destination) =>
        (ulong)value < Small && destination.Length >= SmallLength ? WriteSmall((uint)value, destination) : WriteLarge(value, destination);

    /// <summary>Writes a number as in text 0.0.4: <c>1</c>.</summary>
    /// <returns>The bytes written.</returns>
    public static int WriteText(double value, Span<byte> destination) => Write(value, destination, out _);

    /// <summary>Writes a number as in OpenMetrics, where one without point and exponent gets a point: <c>1.0</c>.</summary>
    /// <returns>The bytes written.</returns>
    public static int WriteOpenMetrics(double value, Span<byte> destination)
    {
        var length = Write(value, destination, out var isPlainInteger);
        if (isPlainInteger)
        {
            ".0"u8.CopyTo(destination[length..]);
            length += 2;
        }

        return length;
    }

    /// <summary>Writes a time in Unix seconds in fixed notation, down to the millisecond: <c>1795339415.919</c>.</summary>
    /// <returns>The bytes written.</returns>
    public static int WriteTime(double seconds, Span<byte> destination)
    {
        _ = seconds.TryFormat(destination, out var written, "F3", CultureInfo.InvariantCulture);
        return written;
    }

    // Up to four digits: most counts.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WriteSmall(uint value, Span<byte> destination)
    {
        var length = value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : 4;

        // All four digits, a byte each, the first lowest; then the zeros in front are shifted out.
        var high = (value * 5243) >> 19;
        var pairs = high | ((value - (high * 100)) << 16);
        var tens = ((pairs * 103) >> 10) & 0x000F_000F;
        var digits = tens | ((pairs - (tens * 10)) << 8) | 0x3030_3030;
        BinaryPrimitives.WriteUInt32LittleEndian(destination, digits >> ((SmallLength - length) * 8));
        return length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteLarge(long value, Span<byte> destination)
    {
        _ = Utf8Formatter.TryFormat(value, destination, out var written);
        return written;
    }

    private static int Write(double value, Span<byte> destination, out bool isPlainInteger)
    {
        isPlainInteger = value is > -1e6 and < 1e6 && (int)value == value;
        if (isPlainInteger)
        {
            // Minus zero is a zero here, as client_golang has it.
            return Write((int)value, destination);
        }

        return double.IsFinite(value) ? WriteFraction(value, destination)
            : Copy(double.IsNaN(value) ? "NaN"u8 : value > 0 ? "+Inf"u8 : "-Inf"u8, destination);
    }

    private static int Copy(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        text.CopyTo(destination);
        return text.Length;
    }

    // .NET has the same digits in another layout (1E-05, 1E+16): take digits and exponent and lay them out anew.
    private static int WriteFraction(double value, Span<byte> destination)
    {
        Span<byte> text = stackalloc byte[MaximumLength];
        Span<byte> digits = stackalloc byte[MaximumLength];
        var length = Shortest(Math.Abs(value), text);
        var count = TakeApart(text[..length], digits, out var exponent);

        var sign = value < 0 ? 1 : 0;
        destination[0] = (byte)'-';
        return sign + (exponent is >= FirstExponentForm or <= LastExponentForm
            ? WriteScientific(digits[..count], exponent, destination[sign..])
            : WritePlain(digits[..count], exponent, destination[sign..]));
    }

    // .NET 10 cuts a digit too many off two powers of two, 2^-25 and 2^-958, which lie closer to their lower neighbour.
    private static int Shortest(double value, Span<byte> text)
    {
        _ = value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        if (double.IsPow2(value) && double.Parse(text[..length], CultureInfo.InvariantCulture) != value)
        {
            _ = value.TryFormat(text, out length, "E16", CultureInfo.InvariantCulture);
        }

        return length;
    }

    // 0.00123 -> 123, exponent -3; 1.5E+20 -> 15, exponent 20; 120000000 -> 12, exponent 8.
    private static int TakeApart(ReadOnlySpan<byte> text, Span<byte> digits, out int exponent)
    {
        var count = 0;
        var point = 0;
        exponent = 0;
        var hasPoint = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '.')
            {
                hasPoint = true;
            }
            else if (c == 'E')
            {
                _ = Utf8Parser.TryParse(text[(i + 1)..], out exponent, out _);
                break;
            }
            else
            {
                point += hasPoint ? 0 : 1;
                digits[count++] = c;
            }
        }

        var leading = 0;
        while (digits[leading] == '0')
        {
            leading++;
        }

        while (digits[count - 1] == '0')
        {
            count--;
        }

        digits[leading..count].CopyTo(digits);
        exponent += point - 1 - leading;
        return count - leading;
    }

    // d[.ddd]e±XX
    private static int WriteScientific(ReadOnlySpan<byte> digits, int exponent, Span<byte> destination)
    {
        destination[0] = digits[0];
        var position = 1;
        if (digits.Length > 1)
        {
            destination[position++] = (byte)'.';
            position += Copy(digits[1..], destination[position..]);
        }

        destination[position++] = (byte)'e';
        destination[position++] = (byte)(exponent < 0 ? '-' : '+');
        exponent = Math.Abs(exponent);
        if (exponent < 10)
        {
            destination[position++] = (byte)'0';
        }

        return position + Write(exponent, destination[position..]);
    }

    // 0.00ddd, dd.ddd; a number without a fraction has gone the way of integers.
    private static int WritePlain(ReadOnlySpan<byte> digits, int exponent, Span<byte> destination)
    {
        var position = 0;
        if (exponent < 0)
        {
            position = Copy("0."u8, destination);
            destination.Slice(position, -exponent - 1).Fill((byte)'0');
            position += -exponent - 1;
            return position + Copy(digits, destination[position..]);
        }

        position = Copy(digits[..(exponent + 1)], destination);
        destination[position++] = (byte)'.';
        return position + Copy(digits[(exponent + 1)..], destination[position..]);
    }
}
