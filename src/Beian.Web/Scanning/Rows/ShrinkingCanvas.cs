namespace Beian.Web.Scanning.Rows;

/// <summary>Takes rows as they come and keeps the picture at the size it is worked with, so that a large one is never held whole.</summary>
internal sealed class ShrinkingCanvas
{
    private readonly int _shrink;
    private readonly GreyPicture _picture;
    private readonly int[] _sums;
    private int _taken;

    public ShrinkingCanvas(int width, int height)
    {
        _shrink = GreyPicture.ShrinkOf(width, height);
        _picture = GreyPicture.Blank(Math.Max(1, width / _shrink), Math.Max(1, height / _shrink));
        _sums = new int[_picture.Width];
    }

    public GreyPicture Picture => _picture;

    /// <summary>Takes the next row; rows come from the top down, none left out.</summary>
    public void Take(int y, ReadOnlySpan<byte> row)
    {
        var into = y / _shrink;
        if (into >= _picture.Height)
            return;
        if (_shrink == 1)
        {
            row.CopyTo(_picture.Shades.AsSpan(into * _picture.Width));
            return;
        }
        for (var x = 0; x < _sums.Length; x++)
        {
            foreach (var shade in row.Slice(x * _shrink, _shrink))
                _sums[x] += shade;
        }
        if (++_taken < _shrink)
            return;
        var target = _picture.Shades.AsSpan(into * _picture.Width, _picture.Width);
        for (var x = 0; x < _sums.Length; x++)
            target[x] = (byte)(_sums[x] / (_shrink * _shrink));
        Array.Clear(_sums);
        _taken = 0;
    }
}
