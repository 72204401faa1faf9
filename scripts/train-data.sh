# Sourced by train.sh and evaluate.sh: finds the texts in the folder that a person names.
#
# DATA holds each of ner, attribution, lexica, raw (evaluate.sh: ner alone) either packed (NAME.tar.xz) or unpacked (NAME, or NAME/NAME as `tar` leaves
# it in a folder of that name), and polnear.dev.bio or polnear.dev.bio.xz.

link_part() { # link_part DATA NAME OUT: OUT/NAME is that part, unpacked once or linked to
  local data=$1 name=$2 out=$3
  [[ -e $out/$name ]] && return
  mkdir -p "$out"
  if [[ -d $data/$name/$name ]]; then ln -sfn "$data/$name/$name" "$out/$name"
  elif [[ -d $data/$name ]]; then ln -sfn "$data/$name" "$out/$name"
  elif [[ -e $data/$name.tar.xz ]]; then
    rm -rf "$out/$name.part"
    mkdir "$out/$name.part"
    tar xf "$data/$name.tar.xz" -C "$out/$name.part"
    mv "$out/$name.part/$name" "$out/$name"
    rmdir "$out/$name.part"
  else
    echo "$data has neither $name nor $name.tar.xz" >&2
    return 1
  fi
}

polnear_dev() { # polnear_dev DATA: the path of PolNeAR's development part in BIO
  local file
  for file in "$1"/polnear.dev.bio{,.xz}; do
    if [[ -e $file ]]; then
      echo "$file"
      return
    fi
  done
  echo "$1 has no polnear.dev.bio or polnear.dev.bio.xz" >&2
  return 1
}
