#!/usr/bin/env bash
# Stands before nvcc: what ptxas says of each kernel's registers goes to a file beside the object, where a test reads
# it, instead of to the screen.
object=""
previous=""
for word in "$@"; do
  [ "$previous" = "-o" ] && object=$word
  previous=$word
done
said=$(mktemp)
trap 'rm -f "$said"' EXIT
"$@" 2>"$said"
status=$?
if [ $status -eq 0 ] && [[ $object == *.o ]]; then
  grep 'ptxas info' -A1 "$said" >"$object.ptxas"
  grep -vE '^ptxas info|^ +[0-9]+ bytes stack frame' "$said" >&2
else
  cat "$said" >&2
fi
exit $status
