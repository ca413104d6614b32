namespace Ferrite.Mapping.Tests.Stress;

public sealed class ValidateTests : FileTests
{
    private const int Rounds = 20_000;

    /// <summary>Validate takes no lock: what it compares must be read in the right order.</summary>
    [Fact]
    public void Growing_and_shrinking_by_ourselves_is_never_taken_for_a_cut_by_others()
    {
        int page = MappedFile.PageSize;
        using MappedFile file = MappedFile.Open(FileOf(page), new MappedFileOptions { Mode = MapMode.ReadWrite, Capacity = 1024 * page });
        Exception? failure = null;
        bool done = false;
        var validator = new Thread(() =>
        {
            try
            {
                while (!Volatile.Read(ref done))
                {
                    file.Validate();
                }
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        validator.Start();
        for (int i = 1; i <= Rounds; i++)
        {
            file.Resize(i % 1000 == 0 ? page : (long)(1 + (i % 1000)) * page);
        }

        Volatile.Write(ref done, true);
        validator.Join();
        Assert.Null(failure);
    }
}
