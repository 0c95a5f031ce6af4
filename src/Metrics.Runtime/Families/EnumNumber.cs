using System.Runtime.CompilerServices;

namespace TypedMetrics.Families;

/// <summary>From an enum's values to their numbers and back, without boxing; a number beyond a long wraps around.</summary>
internal static class EnumNumber<TEnum>
    where TEnum : struct, Enum
{
    private static readonly TypeCode Code = Type.GetTypeCode(typeof(TEnum));

    /// <summary>The number of a value, defined or not.</summary>
    public static long Of(TEnum value) => Code switch
    {
        TypeCode.SByte => Unsafe.As<TEnum, sbyte>(ref value),
        TypeCode.Byte => Unsafe.As<TEnum, byte>(ref value),
        TypeCode.Int16 => Unsafe.As<TEnum, short>(ref value),
        TypeCode.UInt16 => Unsafe.As<TEnum, ushort>(ref value),
        TypeCode.Int32 => Unsafe.As<TEnum, int>(ref value),
        TypeCode.UInt32 => Unsafe.As<TEnum, uint>(ref value),
        _ => Unsafe.As<TEnum, long>(ref value),
    };

    /// <summary>The value of a number that the enum's underlying type holds.</summary>
    public static TEnum From(long number) => Unsafe.SizeOf<TEnum>() switch
    {
        sizeof(byte) => As((byte)number),
        sizeof(short) => As((short)number),
        sizeof(int) => As((int)number),
        _ => As(number),
    };

    private static TEnum As<TNumber>(TNumber number) => Unsafe.As<TNumber, TEnum>(ref number);
}
